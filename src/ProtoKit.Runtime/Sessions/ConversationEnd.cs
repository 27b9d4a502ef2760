namespace ProtoKit.Sessions;

/// <summary>Why a conversation ended. A conversation ends for one reason, and the first one wins.</summary>
/// <param name="Token">A stable word, such as <c>peer-closed</c> or <c>idle-timeout</c>.</param>
/// <param name="Because">What lies behind it, if something does.</param>
public sealed record ConversationEnd(string Token, Exception? Because = null)
{
    /// <summary>The peer closed after its last whole command.</summary>
    public static ConversationEnd PeerClosed { get; } = new("peer-closed") { IsCalm = true };

    /// <summary>The peer closed in the middle of a command.</summary>
    public static ConversationEnd UnexpectedEof { get; } = new("unexpected-eof");

    /// <summary>A message that closes was sent or received.</summary>
    public static ConversationEnd Closed { get; } = new("closed");

    /// <summary>The server is stopping and the conversation was between commands.</summary>
    public static ConversationEnd Drained { get; } = new("drained") { IsCalm = true };

    /// <summary>The server stopped waiting.</summary>
    public static ConversationEnd Aborted { get; } = new("aborted") { IsAbrupt = true };

    /// <summary>A body was left unread, and it was too long to be skipped.</summary>
    public static ConversationEnd BodyUnread { get; } = new("body-unread");

    /// <summary>The answer to a datagram was not sent: it was too long, an error to an error, or to somebody who must not be answered.</summary>
    public static ConversationEnd UdpDropped { get; } = new("udp-dropped");

    /// <summary>Another protocol has the connection now.</summary>
    public static ConversationEnd Switched { get; } = new("switched");

    /// <summary>The client has given the connection away.</summary>
    public static ConversationEnd Detached { get; } = new("detached");

    /// <summary>The server wanted it to end at once, for a reason of its own.</summary>
    public static ConversationEnd BrokenOff(string reason) => new(reason) { IsAbrupt = true };

    /// <summary>Nothing more can be said, not even goodbye: the peer is gone, or what it was told is torn.</summary>
    internal bool IsAbrupt { get; private init; }

    /// <summary>The peer is not in the middle of saying something.</summary>
    internal bool IsCalm { get; private init; }

    /// <summary>The connection broke.</summary>
    public static ConversationEnd PeerReset(Exception? because = null) => new("peer-reset", because) { IsAbrupt = true };

    /// <summary>A message's body failed when some of it had been sent.</summary>
    public static ConversationEnd BodyCut(Exception because) => new("body-cut", because) { IsAbrupt = true };

    /// <summary>A fault that the conversation could not survive.</summary>
    public static ConversationEnd Of(FaultKind kind) => new(FaultCode.Of(kind)) { IsAbrupt = kind == FaultKind.MinSendRate };
}
