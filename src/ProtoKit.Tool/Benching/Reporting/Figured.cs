using System.Globalization;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>Figures as people read them: three digits that count, and a unit.</summary>
internal static class Figured
{
    public static string Time(double? milliseconds) => milliseconds switch
    {
        null => "-",
        < 1 => Digits(milliseconds.Value * 1000) + "us",
        < 1000 => Digits(milliseconds.Value) + "ms",
        _ => Digits(milliseconds.Value / 1000) + "s",
    };

    public static string Count(double? count) => count is { } some ? Math.Round(some).ToString("#,0", CultureInfo.InvariantCulture) : "-";

    public static string Bytes(long? bytes) => bytes is { } some ? ByteSize.Show(some) : "-";

    /// <summary>A figure of a threshold, in its own unit.</summary>
    public static string Show(string figure, double value) => figure switch
    {
        "cpu" => Time(value / 1000),
        "memory" => Bytes((long)value),
        "requests/s" or "errors" or "held-back" => Count(value),
        _ => Time(value),
    };

    /// <summary>How much more or less it is: <c>+3.1 %</c>; empty when there is nothing to compare.</summary>
    public static string Change(double? now, double? before) => now is { } one && before is > 0
        ? ((one / before.Value) - 1).ToString("+0.0 %;-0.0 %;0.0 %", CultureInfo.InvariantCulture)
        : "";

    private static string Digits(double value) => value.ToString(value >= 100 ? "0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
