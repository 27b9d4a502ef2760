namespace ProtoKit.Sessions;

/// <summary>The limits that hold in one state of a conversation, as [StateLimits] declares them. Null: the protocol's own.</summary>
public sealed record LimitsInState
{
    /// <summary>Between commands.</summary>
    public TimeSpan? Idle { get; init; }

    /// <summary>From a command's first byte to the end of its head.</summary>
    public TimeSpan? Command { get; init; }

    /// <summary>Bytes of the longest frame, or of the longest line before its end.</summary>
    public int? MaxFrame { get; init; }

    /// <summary>Words after a verb.</summary>
    public int? MaxArguments { get; init; }
}
