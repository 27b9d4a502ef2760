using ProtoKit.Tool.Benching.Reporting;
using ProtoKit.Tool.Projects;

namespace ProtoKit.Tool.Benching;

/// <summary>What was asked of <c>bench</c>, as it was written.</summary>
internal sealed record BenchRequest
{
    /// <summary>A URL, or a PATH.</summary>
    public required string Target { get; init; }

    public required BuildSettings Build { get; init; }

    public string? Proto { get; init; }

    public string? Protocol { get; init; }

    public IReadOnlyList<int> Connections { get; init; } = [];

    /// <summary>Commands sent at once; null when nothing was said.</summary>
    public IReadOnlyList<int>? Depths { get; init; }

    public TimeSpan Duration { get; init; }

    public TimeSpan Warmup { get; init; }

    public long? Count { get; init; }

    public double? Rate { get; init; }

    /// <summary>Null: one that does no harm.</summary>
    public string? Command { get; init; }

    /// <summary>Null: no comparison of models.</summary>
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>Idle connections to try to hold.</summary>
    public int Hold { get; init; }

    public IReadOnlyList<Threshold> FailIf { get; init; } = [];

    /// <summary>The document of an earlier run; null when there is nothing to compare with.</summary>
    public BenchDocument? Earlier { get; init; }

    public IReadOnlyList<string> Set { get; init; } = [];

    public IReadOnlyList<string> Limit { get; init; } = [];

    public bool Markdown { get; init; }

    public bool Json { get; init; }
}
