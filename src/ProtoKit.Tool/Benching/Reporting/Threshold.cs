using System.Globalization;
using System.Text.RegularExpressions;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>A figure that is not good enough: <c>p99>5ms</c>, <c>requests/s&lt;10000</c>, <c>errors>0</c>.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Limit">In milliseconds, microseconds (cpu), bytes (memory), or as it stands.</param>
internal sealed partial record Threshold(string Text, string Figure, string Sign, double Limit)
{
    private static readonly Dictionary<string, Func<BenchRow, double?>> Figures = new()
    {
        ["requests/s"] = row => row.RequestsPerSecond,
        ["p50"] = row => row.P50Ms,
        ["p90"] = row => row.P90Ms,
        ["p99"] = row => row.P99Ms,
        ["p99.9"] = row => row.P999Ms,
        ["max"] = row => row.MaxMs,
        ["cpu"] = row => row.CpuUsPerRequest,
        ["memory"] = row => row.MemoryPerConnection,
        ["errors"] = row => row.Errors,
        ["held-back"] = row => row.HeldBack,
    };

    private static readonly Dictionary<string, double> Milliseconds = new() { ["us"] = 0.001, ["ms"] = 1, ["s"] = 1000 };
    private static readonly Dictionary<string, double> Microseconds = new() { ["us"] = 1, ["ms"] = 1000, ["s"] = 1e6 };
    private static readonly Dictionary<string, double> Bytes = new() { ["B"] = 1, ["KiB"] = 1024, ["MiB"] = 1024 * 1024 };
    private static readonly Dictionary<string, double> Plain = new() { [""] = 1 };

    /// <summary>Reads a threshold, or throws a usage error.</summary>
    public static Threshold Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success || !Figures.ContainsKey(match.Groups["figure"].Value))
            throw ToolError.Usage($"--fail-if '{text}' is no threshold", null, $"like: 'p99>5ms', 'requests/s<10000', 'errors>0'; figures: {string.Join(", ", Figures.Keys)}");

        var (figure, unit) = (match.Groups["figure"].Value, match.Groups["unit"].Value);
        var units = figure switch
        {
            "cpu" => Microseconds,
            "memory" => Bytes,
            "requests/s" or "errors" or "held-back" => Plain,
            _ => Milliseconds,
        };
        if (!units.TryGetValue(unit, out var factor))
            throw ToolError.Usage($"--fail-if '{text}': {figure} is counted in {(units == Plain ? "no unit" : string.Join(", ", units.Keys))}");
        return new Threshold(text, figure, match.Groups["sign"].Value, double.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture) * factor);
    }

    /// <summary>The rows that are not good enough, in words. One that could not be measured is none of the good ones.</summary>
    public IEnumerable<string> MetBy(IEnumerable<BenchRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Error is not null) yield return $"{row.Name} could not be measured ({Text})";
            else if (Figures[Figure](row) is not { } value) yield return $"{row.Name} has no {Figure} ({Text})";
            else if (IsMet(value)) yield return $"{row.Name} {Figure} is {Figured.Show(Figure, value)} ({Text})";
        }
    }

    private bool IsMet(double value) => Sign switch
    {
        ">" => value > Limit,
        ">=" => value >= Limit,
        "<" => value < Limit,
        _ => value <= Limit,
    };

    [GeneratedRegex(@"^\s*(?<figure>[a-z/-]+[0-9.]*?)\s*(?<sign>[<>]=?)\s*(?<limit>[0-9]+(\.[0-9]+)?)\s*(?<unit>[A-Za-z]*)\s*$")]
    private static partial Regex Form();
}
