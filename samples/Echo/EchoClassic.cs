using ProtoKit;

namespace Samples;

/// <summary>
/// The wire of the origin echo servers: a message is what one receive returned, so two that arrive together are one. Whoever has a choice takes
/// <see cref="Echo"/>.
/// </summary>
[Protocol("echo-classic", Port = 8888, Summary = "The origin echo servers' wire, for their own clients.")]
[UnframedWire(ReadSize = 1024)]
[Limits(FirstCommand = "1h", Idle = "1h", UdpReplyFactor = "16")]
public sealed partial class EchoClassic
{
    /// <summary>Whatever came.</summary>
    [Command("{Data}", Summary = "Sends a message.")]
    public readonly partial record struct Message([Rest] Bytes Data) : IRequest<Answer?>;

    /// <summary>What the settings answer.</summary>
    [Reply("{Data}")]
    public readonly partial record struct Answer([Rest] Bytes Data);
}
