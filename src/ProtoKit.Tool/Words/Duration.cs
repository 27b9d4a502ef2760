using System.Globalization;

namespace ProtoKit.Tool.Words;

/// <summary>A time as a user writes it: <c>250ms</c>, <c>10s</c>, <c>2m</c>, <c>1h</c>.</summary>
internal static class Duration
{
    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>False when it is not a number with a unit, or more than a month.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        foreach (var (unit, milliseconds) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            if (!double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                continue;
            if (number * milliseconds > TimeSpan.FromDays(31).TotalMilliseconds) return false;
            duration = TimeSpan.FromMilliseconds(number * milliseconds);
            return true;
        }

        return false;
    }

    /// <summary>How long something has lasted, for a glance: <c>12s</c>, <c>3m05s</c>, <c>2h07m</c>.</summary>
    public static string ShowSeconds(long seconds) => seconds switch
    {
        < 60 => $"{seconds}s",
        < 3600 => $"{seconds / 60}m{seconds % 60:00}s",
        _ => $"{seconds / 3600}h{seconds / 60 % 60:00}m",
    };

    /// <summary>The largest unit that says it whole: <c>90s</c>, <c>2m</c>, <c>1h</c>.</summary>
    public static string Show(long milliseconds)
    {
        for (var i = Units.Length - 1; i > 0; i--)
        {
            if (milliseconds > 0 && milliseconds % Units[i].Milliseconds == 0)
                return (milliseconds / (long)Units[i].Milliseconds).ToString(CultureInfo.InvariantCulture) + Units[i].Unit;
        }

        return milliseconds.ToString(CultureInfo.InvariantCulture) + "ms";
    }
}
