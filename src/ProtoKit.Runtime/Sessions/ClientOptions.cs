namespace ProtoKit;

/// <summary>What a client goes by.</summary>
public sealed record ClientOptions
{
    /// <summary>How long a connection may take to come about.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take to begin.</summary>
    public TimeSpan Reply { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The limits on what is received; null: the protocol's own.</summary>
    public Limits? Limits { get; init; }

    /// <summary>The clock of every time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
