using ProtoKit.Tool.Projects;

namespace ProtoKit.Tool.Serving;

/// <summary>What was asked of <c>serve</c>, as it was written.</summary>
internal sealed record ServeRequest
{
    public required string Path { get; init; }

    public required BuildSettings Build { get; init; }

    /// <summary>URL or NAME=URL.</summary>
    public IReadOnlyList<string> Listen { get; init; } = [];

    public IReadOnlyList<string> Protocols { get; init; } = [];

    public IReadOnlyList<string> Set { get; init; } = [];

    public IReadOnlyList<string> Limit { get; init; } = [];

    public string Model { get; init; } = "async";

    /// <summary>0: it was not said.</summary>
    public int Workers { get; init; }

    /// <summary>A line on standard input, or its end, stops the server.</summary>
    public bool Stdin { get; init; }

    public TimeSpan Drain { get; init; }

    /// <summary><c>off</c>, <c>connections</c>, <c>messages</c> or <c>bytes</c>.</summary>
    public string Trace { get; init; } = "off";

    public bool BindAny { get; init; }

    public string? ReadyFile { get; init; }

    public bool PrintLimits { get; init; }

    public bool Json { get; init; }
}
