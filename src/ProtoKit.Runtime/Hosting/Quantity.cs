using System.Globalization;

namespace ProtoKit.Hosting;

/// <summary>Times and sizes as people write them: <c>100ms</c>, <c>2s</c>, <c>4KiB</c>, <c>unlimited</c>.</summary>
public static class Quantity
{
    /// <summary>A time; throws <see cref="FormatException"/>. <c>unlimited</c> is the infinite time.</summary>
    public static TimeSpan Duration(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "unlimited") return Timeout.InfiniteTimeSpan;
        foreach (var (unit, milliseconds) in (ReadOnlySpan<(string, decimal)>)[("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000)])
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || !Number(text[..^unit.Length], out var count)) continue;
            if (count <= int.MaxValue / milliseconds) return TimeSpan.FromMilliseconds((double)(count * milliseconds));
            throw new FormatException($"'{text}' is longer than {int.MaxValue} ms");
        }

        throw new FormatException($"'{text}' is not a time such as 100ms, 2s, 5m or 1h");
    }

    /// <summary>A size in bytes; throws <see cref="FormatException"/>. <c>unlimited</c> is -1.</summary>
    public static long Bytes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text == "unlimited") return -1;
        foreach (var (unit, bytes) in (ReadOnlySpan<(string, long)>)[("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10), ("B", 1), ("", 1)])
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal) || !Number(text[..^unit.Length], out var count)) continue;
            // Half a byte is none, and what no counter can hold is no limit.
            if (count <= long.MaxValue / (2m * bytes) && decimal.IsInteger(count * bytes)) return (long)(count * bytes);
        }

        throw new FormatException($"'{text}' is not a size such as 4096, 4KiB or 1GiB");
    }

    private static bool Number(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
}
