using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Benching.Reporting;

/// <summary>One load: so many connections, so many commands at once.</summary>
internal sealed record BenchRow
{
    /// <summary>Null when the server was there already, so that nobody knows.</summary>
    public string? Model { get; init; }

    public int Connections { get; init; }

    public int Depth { get; init; }

    /// <summary>Replies a second that were what they had to be.</summary>
    public double? RequestsPerSecond { get; init; }

    public double? P50Ms { get; init; }

    public double? P90Ms { get; init; }

    public double? P99Ms { get; init; }

    public double? P999Ms { get; init; }

    public double? MaxMs { get; init; }

    /// <summary>Microseconds of a processor that the server took; null when its process is not to be seen.</summary>
    public double? CpuUsPerRequest { get; init; }

    /// <summary>Bytes of the server for each idle connection; null when it is not to be seen, or when there were too few.</summary>
    public long? MemoryPerConnection { get; init; }

    public long Answers { get; init; }

    public long Errors { get; init; }

    /// <summary>Connections that were not answered while others were.</summary>
    public int HeldBack { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why nothing was measured; null when something was.</summary>
    public string? Error { get; init; }

    /// <summary>The same load in the run that this one is compared with.</summary>
    public EarlierRow? Was { get; init; }

    /// <summary>The load in words: <c>async 64x16</c>.</summary>
    [JsonIgnore]
    public string Name => Connections == 0 ? Model ?? "" : $"{Model} {Connections}x{Depth}".Trim();
}

/// <summary>The figures of an earlier run that are worth a comparison.</summary>
internal sealed record EarlierRow
{
    public double? RequestsPerSecond { get; init; }

    public double? P99Ms { get; init; }

    public double? CpuUsPerRequest { get; init; }
}

/// <summary>What one model can take.</summary>
internal sealed record ModelRow
{
    public string Model { get; init; } = "";

    /// <summary>Connections a second that say one command and close.</summary>
    public double? ConnectionsPerSecond { get; init; }

    /// <summary>Connections that were open and answered at once.</summary>
    public int? Held { get; init; }

    /// <summary>More were not tried.</summary>
    public int? HeldAtMost { get; init; }

    public long? MemoryPerConnection { get; init; }

    public long? Errors { get; init; }

    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why nothing was measured; null when something was.</summary>
    public string? Error { get; init; }
}
