using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>A bench for people: what was said, a row for each load, a row for each model.</summary>
internal static class BenchText
{
    public static void Write(ToolConsole console, BenchDocument document, bool markdown)
    {
        var much = document.Count is { } count ? $"{count} commands" : Duration.Show((long)document.DurationMs);
        var rate = document.Rate is { } wanted ? $", {wanted}/s" : "";
        // Stdout carries results; what they are results of stands above them only where they are read as a page.
        var title = Printable.Of($"{document.Protocol}: {document.Command} ({document.RequestBytes} bytes, answered by {document.ReplyBytes}), {much}{rate}, {document.Cores} cores");
        if (markdown) console.Out.WriteLine($"`{title}`\n");
        else console.Error.WriteLine(title);
        if (document.EndedEarly) console.Error.WriteLine("ended early");
        if (document.Rows.Count > 0) TableText.Write(console, Loads(document.Rows), markdown);
        if (document.Models.Count == 0) return;
        console.Out.WriteLine();
        TableText.Write(console, Models(document.Models), markdown);
    }

    private static ResultTable Loads(IReadOnlyList<BenchRow> rows) => ResultTable.Of(rows,
        ("model", row => row.Model ?? ""),
        ("connections", row => row.Connections > 0 ? $"{row.Connections}" : ""),
        ("pipeline", row => row.Depth > 0 ? $"{row.Depth}" : ""),
        ("requests/s", row => Figured.Count(row.RequestsPerSecond)),
        ("p50", row => Figured.Time(row.P50Ms)),
        ("p90", row => Figured.Time(row.P90Ms)),
        ("p99", row => Figured.Time(row.P99Ms)),
        ("p99.9", row => Figured.Time(row.P999Ms)),
        ("cpu/request", row => Figured.Time(row.CpuUsPerRequest / 1000)),
        ("memory/connection", row => Figured.Bytes(row.MemoryPerConnection)),
        ("errors", row => row.Error is null ? Figured.Count(row.Errors) : "-"),
        ("requests/s change", row => Figured.Change(row.RequestsPerSecond, row.Was?.RequestsPerSecond)),
        ("p99 change", row => Figured.Change(row.P99Ms, row.Was?.P99Ms)),
        ("cpu change", row => Figured.Change(row.CpuUsPerRequest, row.Was?.CpuUsPerRequest)),
        ("notes", row => Notes(row.Error, row.Notes)));

    private static ResultTable Models(IReadOnlyList<ModelRow> rows) => ResultTable.Of(rows,
        ("model", row => row.Model),
        ("connections/s", row => Figured.Count(row.ConnectionsPerSecond)),
        ("most held", row => row.Held is { } held ? $"{held}{(held == row.HeldAtMost ? "+" : "")}" : "-"),
        ("memory/connection", row => Figured.Bytes(row.MemoryPerConnection)),
        ("errors", row => Figured.Count(row.Errors)),
        ("notes", row => Notes(row.Error, row.Notes)));

    private static string Notes(string? error, IReadOnlyList<string> notes) => Printable.Of(error is null ? string.Join("; ", notes) : $"error: {error}");
}
