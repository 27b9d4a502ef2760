namespace ProtoKit;

/// <summary>What a connection may cost. Every limit has one name (<c>--limit name=value</c>), one default and one fault.</summary>
/// <remarks>Times that are <see cref="Timeout.InfiniteTimeSpan"/> and sizes that are -1 are unlimited.</remarks>
public sealed record Limits
{
    /// <summary>max-connections: clients that a listener serves at once; null: 4096, but 900 by select, 512 by thread and 64 by process.</summary>
    public int? MaxConnections { get; init; }

    /// <summary>first-command: until the first command has arrived; null: 10 s, but 120 s where only this machine can connect.</summary>
    public TimeSpan? FirstCommand { get; init; }

    /// <summary>command: from a command's first byte to the end of its head, whatever arrives in between.</summary>
    public TimeSpan Command { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>idle: between commands.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>handler: a handler's own time, without waiting for the peer.</summary>
    public TimeSpan Handler { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>min-receive-rate: bytes a second of a body, after <see cref="RateGrace"/>.</summary>
    public int MinReceiveRate { get; init; } = 240;

    /// <summary>min-send-rate: bytes a second that the peer takes of an answer, after <see cref="RateGrace"/>.</summary>
    public int MinSendRate { get; init; } = 240;

    /// <summary>How long a transfer may take before its rate counts.</summary>
    public TimeSpan RateGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>max-line: bytes before a line end; null: what the protocol declares.</summary>
    public int? MaxLine { get; init; }

    /// <summary>max-frame: bytes of one message of bytes, with its header; null: what the protocol declares.</summary>
    public long? MaxFrame { get; init; }

    /// <summary>max-arguments: words after a verb; null: what the protocol declares.</summary>
    public int? MaxArguments { get; init; }

    /// <summary>max-body: bytes of one streamed body; null: what the field declares, and 1 GiB where it declares nothing.</summary>
    public long? MaxBody { get; init; }

    /// <summary>max-errors: commands refused in a row, for what they are, before the connection closes.</summary>
    public int MaxErrors { get; init; } = 5;

    /// <summary>drain: how long connections may go on when the server stops.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>udp-reply-factor: how many times as long as its request the answer to a datagram may be; a longer one is dropped.</summary>
    public int UdpReplyFactor { get; init; } = 3;

    /// <summary>The longest body where neither the limits nor the field say anything.</summary>
    internal static long MaxBodyUnlessSaid => 1L << 30;

    /// <summary>How long the first command may take where nothing is said and other machines can connect.</summary>
    internal static TimeSpan FirstCommandAway => TimeSpan.FromSeconds(10);

    /// <summary>How long the first command may take, where nothing is said, to someone at this machine: a person may be typing it.</summary>
    internal static TimeSpan FirstCommandHere => TimeSpan.FromSeconds(120);

    /// <summary>The limits that hold where nothing else is said.</summary>
    public static Limits Default { get; } = new();
}
