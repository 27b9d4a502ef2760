namespace ProtoKit;

/// <summary>
/// Limits that a protocol states for itself where the defaults do not fit. Sizes are written <c>"4KiB"</c>, times <c>"60s"</c>;
/// <c>"unlimited"</c> is written out. <c>--limit name=value</c> wins over these.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LimitsAttribute : Attribute
{
    /// <summary>Until the first command has arrived.</summary>
    public string? FirstCommand { get; set; }

    /// <summary>From a command's first byte to its last.</summary>
    public string? Command { get; set; }

    /// <summary>Between commands.</summary>
    public string? Idle { get; set; }

    /// <summary>A handler's own time, without waiting for the peer.</summary>
    public string? Handler { get; set; }

    /// <summary>The longest message that is buffered, in bytes.</summary>
    public string? MaxFrame { get; set; }

    /// <summary>Words after a verb.</summary>
    public string? MaxArguments { get; set; }

    /// <summary>The longest streamed body, in bytes.</summary>
    public string? MaxBody { get; set; }

    /// <summary>Refused commands before the connection closes.</summary>
    public string? MaxErrors { get; set; }

    /// <summary>How many times as long as its request the answer to a datagram may be.</summary>
    public string? UdpReplyFactor { get; set; }
}
