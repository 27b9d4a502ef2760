using System.Globalization;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>Times as ISO 8601 says them, in one spelling: <c>2026-11-20</c>, <c>15:31:04</c> with up to seven digits of a second, and both with
/// <c>Z</c> or an offset.</summary>
internal static class TimeText
{
    private static readonly string[] Times =
        ["HH:mm:ss", "HH:mm:ss.f", "HH:mm:ss.ff", "HH:mm:ss.fff", "HH:mm:ss.ffff", "HH:mm:ss.fffff", "HH:mm:ss.ffffff", "HH:mm:ss.fffffff"];

    public static bool TryDate(ReadOnlySpan<byte> text, out DateOnly value) =>
        DateOnly.TryParseExact(Ascii(text, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryTime(ReadOnlySpan<byte> text, out TimeOnly value) =>
        TimeOnly.TryParseExact(Ascii(text, 16), Times, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    public static bool TryMoment(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length < 20 || text[10] != (byte)'T' || !TryDate(text[..10], out var date)) return false;
        var zone = text[^1] == (byte)'Z' ? 1 : 6;
        if (!TryTime(text[11..^zone], out var time) || !TryOffset(text[^zone..], out var offset)) return false;
        var local = date.ToDateTime(time);
        var utc = local.Ticks - offset.Ticks;
        if (utc < 0 || utc > DateTime.MaxValue.Ticks) return false;
        value = new DateTimeOffset(local, offset);
        return true;
    }

    public static string Of(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(TimeOnly value) => value.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    public static string Of(DateTimeOffset value) =>
        value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)
        + (value.Offset == TimeSpan.Zero ? "Z" : value.ToString("zzz", CultureInfo.InvariantCulture));

    private static bool TryOffset(ReadOnlySpan<byte> text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length == 1) return true;
        if (text[0] is not ((byte)'+' or (byte)'-') || !TimeOnly.TryParseExact(
            Ascii(text[1..], 5), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        offset = text[0] == (byte)'-' ? -time.ToTimeSpan() : time.ToTimeSpan();
        return offset.Duration() <= TimeSpan.FromHours(14) && offset != TimeSpan.Zero;
    }

    private static string Ascii(ReadOnlySpan<byte> text, int longest) =>
        text.Length <= longest && System.Text.Ascii.IsValid(text) ? Encoding.ASCII.GetString(text) : "";
}
