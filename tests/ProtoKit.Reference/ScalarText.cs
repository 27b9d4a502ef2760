using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>The texts of single values, by the rules of the declaration: one spelling for each value. Answers the canonical text, or null.</summary>
internal static class ScalarText
{
    private static readonly Dictionary<string, (BigInteger Least, BigInteger Most)> Ranges = new()
    {
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = (byte.MinValue, byte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (ushort.MinValue, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (uint.MinValue, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
        ["ulong"] = (ulong.MinValue, ulong.MaxValue),
    };

    // Digits only; a signed type takes one leading '-', but never "-0".
    public static string? Integer(string text, string type, Twist twist)
    {
        var (least, most) = Ranges[type];
        var digits = text;
        var negative = false;
        if (least < 0 && digits.StartsWith('-')) (negative, digits) = (true, digits[1..]);
        else if (twist == Twist.PlusSign && digits.StartsWith('+')) digits = digits[1..];
        if (digits.Length == 0 || digits.Any(letter => letter is < '0' or > '9')) return null;
        if (digits.Length > 1 && digits[0] == '0' && twist != Twist.LeadingZeros) return null;
        if (negative && digits == "0" && twist != Twist.MinusZero) return null;
        var value = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        if (negative) value = -value;
        return value < least || value > most ? null : value.ToString(CultureInfo.InvariantCulture);
    }

    // -? digits (. digits)? ((e|E) (+|-)? digits)?, without leading zeros and without a lone -0.
    public static string? Real(string text, string type, Twist twist)
    {
        var at = 0;
        if (at < text.Length && text[at] == '-') at++;
        var whole = Digits(text, ref at);
        if (whole.Length == 0 || (whole.Length > 1 && whole[0] == '0' && twist != Twist.LeadingZeros)) return null;
        if (text == "-0" && twist != Twist.MinusZero) return null;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            if (Digits(text, ref at).Length == 0) return null;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-') at++;
            if (Digits(text, ref at).Length == 0) return null;
        }

        if (at != text.Length) return null;
        var zero = !text.TakeWhile(letter => letter is not ('e' or 'E')).Any(letter => letter is >= '1' and <= '9');
        var minusNothing = zero && text[0] == '-';
        return type switch
        {
            "float" => Finite(float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            "double" => Finite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            _ => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                ? minusNothing ? "0" : value.ToString(CultureInfo.InvariantCulture)
                : null,
        };

        string? Finite<T>(T value)
            where T : INumber<T> => !T.IsFinite(value) ? null : T.IsZero(value) ? "0" : value.ToString(null, CultureInfo.InvariantCulture);
    }

    // 2026-11-20
    public static string? Date(string text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
            && Within(text[..4], 1, 9999, out var year) && Within(text[5..7], 1, 12, out var month) && Within(text[8..], 1, DateTime.DaysInMonth(year, month), out _)
            ? text
            : null;

    // 15:31:04, with up to seven digits of a second; zeros at their end say nothing.
    public static string? Time(string text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':') return null;
        if (!Within(text[..2], 0, 23, out _) || !Within(text[3..5], 0, 59, out _) || !Within(text[6..8], 0, 59, out _)) return null;
        if (text.Length == 8) return text;
        if (text[8] != '.' || text.Length is 9 or > 16 || text[9..].Any(letter => letter is < '0' or > '9')) return null;
        return text.TrimEnd('0').TrimEnd('.');
    }

    // A date, T, a time, and Z or an offset of at most 14 hours that is not nothing; the moment has to be one of the calendar in UTC too.
    public static string? Moment(string text)
    {
        if (text.Length < 20 || text[10] != 'T' || Date(text[..10]) is not { } date) return null;
        var zone = text[^1] == 'Z' ? "Z" : text[^6..];
        if (Time(text[11..^zone.Length]) is not { } time) return null;
        var minutes = 0;
        if (zone != "Z")
        {
            if (zone[0] is not ('+' or '-') || zone[3] != ':') return null;
            if (!Within(zone[1..3], 0, 14, out var hours) || !Within(zone[4..], 0, 59, out minutes)) return null;
            minutes += hours * 60;
            if (minutes is 0 or > 14 * 60) return null;
            if (zone[0] == '-') minutes = -minutes;
        }

        var ticks = DateTime.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture).Ticks + TicksOf(time) - (minutes * TimeSpan.TicksPerMinute);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : $"{date}T{time}{zone}";
    }

    /// <summary>The text of bytes that are valid UTF-8; null for others.</summary>
    public static string? Utf8(IEnumerable<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static long TicksOf(string time)
    {
        var fraction = time.Length > 9 ? time[9..].PadRight(7, '0') : "0";
        var seconds = (((int.Parse(time[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(time[3..5], CultureInfo.InvariantCulture)) * 60)
            + int.Parse(time[6..8], CultureInfo.InvariantCulture);
        return (seconds * TimeSpan.TicksPerSecond) + long.Parse(fraction, CultureInfo.InvariantCulture);
    }

    private static bool Within(string digits, int least, int most, out int value)
    {
        value = 0;
        if (digits.Length == 0 || digits.Any(letter => letter is < '0' or > '9')) return false;
        value = int.Parse(digits, CultureInfo.InvariantCulture);
        return value >= least && value <= most;
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] is >= '0' and <= '9') at++;
        return text[start..at];
    }
}
