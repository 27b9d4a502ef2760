using System;
using System.Globalization;

namespace ProtoKit.Generator.Reading;

/// <summary>Sizes as declarations write them: <c>"4KiB"</c>, <c>"1MiB"</c>, <c>"512B"</c>, <c>"512"</c>.</summary>
internal static class SizeLiteral
{
    private static readonly (string Unit, long Bytes)[] Units = [("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("B", 1), ("", 1)];

    public static bool TryParse(string text, out long bytes) => Quantity.TryParse(text, Units, out bytes);
}

/// <summary>Times as declarations write them: <c>"100ms"</c>, <c>"60s"</c>, <c>"2m"</c>, <c>"1h"</c>; in milliseconds.</summary>
internal static class TimeLiteral
{
    private static readonly (string Unit, long Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    public static bool TryParse(string text, out long milliseconds) => Quantity.TryParse(text, Units, out milliseconds);
}

/// <summary>Digits, then a unit.</summary>
internal static class Quantity
{
    public static bool TryParse(string text, (string Unit, long Worth)[] units, out long value)
    {
        value = 0;
        foreach (var (unit, worth) in units)
        {
            if (!text.EndsWith(unit, StringComparison.Ordinal)) continue;
            var digits = text.Substring(0, text.Length - unit.Length);
            if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            if (number > long.MaxValue / worth) return false;
            value = number * worth;
            return true;
        }

        return false;
    }
}
