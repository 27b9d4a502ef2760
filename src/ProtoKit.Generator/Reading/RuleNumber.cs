using System;
using System.Collections.Generic;
using System.Globalization;

namespace ProtoKit.Generator.Reading;

/// <summary>Numbers of rules, as a field of their type could hold them.</summary>
internal static class RuleNumber
{
    private static readonly Dictionary<string, (decimal Least, decimal Most)> Whole = new()
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

    /// <summary>The number in digits; null when the type cannot hold it.</summary>
    /// <param name="constant">What the attribute says.</param>
    /// <param name="type">The type's keyword.</param>
    public static string? Of(object? constant, string type) => constant switch
    {
        null or bool or char or string => null,
        double real => Real(real, type),
        float real => Real(real, type),
        IConvertible number when Whole.TryGetValue(type, out var range) => In(range, number.ToDecimal(CultureInfo.InvariantCulture)),
        IConvertible number => number.ToDecimal(CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static string? In((decimal Least, decimal Most) range, decimal number) =>
        number >= range.Least && number <= range.Most ? number.ToString(CultureInfo.InvariantCulture) : null;

    // A number with a fraction is no value of a whole type, and neither is one that only looks whole.
    private static string? Real(double number, string type)
    {
        if (double.IsNaN(number) || double.IsInfinity(number) || Whole.ContainsKey(type)) return null;
        if (type == "float" && Math.Abs(number) > float.MaxValue) return null;
        if (type == "decimal" && Math.Abs(number) > (double)decimal.MaxValue / 2) return null;
        return type == "decimal"
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
