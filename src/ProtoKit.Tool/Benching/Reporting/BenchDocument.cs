using System.Text.Json;
using System.Text.Json.Serialization;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>A whole bench as one JSON document.</summary>
internal sealed record BenchDocument
{
    public int V { get; init; } = 1;

    public string Type { get; init; } = "bench";

    /// <summary>The project or the URL.</summary>
    public string Target { get; init; } = "";

    public string Protocol { get; init; } = "";

    public string Command { get; init; } = "";

    public int RequestBytes { get; init; }

    public int ReplyBytes { get; init; }

    public double DurationMs { get; init; }

    public double WarmupMs { get; init; }

    public long? Count { get; init; }

    public double? Rate { get; init; }

    public int Cores { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>It was ended before all was measured.</summary>
    public bool EndedEarly { get; init; }

    public IReadOnlyList<BenchRow> Rows { get; init; } = [];

    public IReadOnlyList<ModelRow> Models { get; init; } = [];

    /// <summary>The thresholds that were met, each with the row that met it.</summary>
    public IReadOnlyList<string> Failed { get; init; } = [];

    public static BenchDocument Of(BenchRequest request, Loads loads, string target,
        IReadOnlyList<BenchRow> rows, IReadOnlyList<ModelRow> models, IReadOnlyList<string> failed, bool early) => new()
    {
        Target = target,
        Protocol = loads.Protocol.Name,
        Command = loads.Command,
        RequestBytes = loads.RequestBytes,
        ReplyBytes = loads.ReplyBytes,
        DurationMs = request.Duration.TotalMilliseconds,
        WarmupMs = request.Warmup.TotalMilliseconds,
        Count = request.Count,
        Rate = request.Rate,
        Cores = Environment.ProcessorCount,
        At = DateTimeOffset.UtcNow,
        EndedEarly = early,
        Rows = rows,
        Models = models,
        Failed = failed,
    };

    /// <summary>Reads what <c>bench --json</c> wrote; an error when it is something else.</summary>
    public static BenchDocument Read(string path, string shown)
    {
        if (!File.Exists(path)) throw new ToolError(ExitCode.NotFound, "not-found", $"there is no file '{shown}'");
        try
        {
            if (JsonSerializer.Deserialize(File.ReadAllText(path), BenchJson.Default.BenchDocument) is { Type: "bench", V: 1 } document) return document;
        }
        catch (JsonException)
        {
            // Falls through to the same complaint.
        }

        throw new ToolError(ExitCode.Usage, "no-bench", $"{shown} is not what bench --json wrote") { Try = $"protokit bench PATH --json > {shown}" };
    }

    /// <summary>The figures of the same load; null when there are none.</summary>
    public EarlierRow? Row(string? model, int connections, int depth)
    {
        var same = Rows.FirstOrDefault(row => row.Model == model && row.Connections == connections && row.Depth == depth && row.Error is null);
        return same is null ? null : new EarlierRow { RequestsPerSecond = same.RequestsPerSecond, P99Ms = same.P99Ms, CpuUsPerRequest = same.CpuUsPerRequest };
    }

    public string ToJson() => JsonSerializer.Serialize(this, BenchJson.Default.BenchDocument);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BenchDocument))]
internal sealed partial class BenchJson : JsonSerializerContext;
