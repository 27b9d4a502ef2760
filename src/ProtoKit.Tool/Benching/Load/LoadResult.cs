namespace ProtoKit.Tool.Benching.Load;

/// <summary>What a load came to.</summary>
internal sealed record LoadResult
{
    /// <summary>What was measured.</summary>
    public required Tally Tally { get; init; }

    /// <summary>What happened while connections came about.</summary>
    public required Tally Opening { get; init; }

    /// <summary>Replies a second.</summary>
    public required double PerSecond { get; init; }

    /// <summary>Connections that were answered.</summary>
    public required int Open { get; init; }

    /// <summary>Connections that were not answered in time, nor turned away.</summary>
    public required int HeldBack { get; init; }

    /// <summary>Nothing was answered any more, so that the load was ended.</summary>
    public bool Stalled { get; init; }

    /// <summary>The server's time on a processor, for all replies; null when it is not known.</summary>
    public TimeSpan? Cpu { get; init; }

    /// <summary>What the open connections cost the server, each; null when it is not known.</summary>
    public double? MemoryEach { get; init; }
}
