namespace ProtoKit.Sessions;

/// <summary>Why a conversation ended. A conversation ends for one reason, and the first one wins.</summary>
/// <param name="Token">A stable word, such as <c>peer-closed</c> or <c>idle-timeout</c>.</param>
/// <param name="Because">What lies behind it, if something does.</param>
public sealed record ConversationEnd(string Token, Exception? Because = null)
{
    /// <summary>The peer closed after its last whole command.</summary>
    public static ConversationEnd PeerClosed { get; } = new("peer-closed");

    /// <summary>The peer closed in the middle of a command.</summary>
    public static ConversationEnd UnexpectedEof { get; } = new("unexpected-eof");

    /// <summary>A message that closes was sent or received.</summary>
    public static ConversationEnd Closed { get; } = new("closed");

    /// <summary>The server is stopping and the conversation was between commands.</summary>
    public static ConversationEnd Drained { get; } = new("drained");

    /// <summary>The server stopped waiting.</summary>
    public static ConversationEnd Aborted { get; } = new("aborted");

    /// <summary>A body was left unread, and it was too long to be skipped.</summary>
    public static ConversationEnd BodyUnread { get; } = new("body-unread");

    /// <summary>The connection broke.</summary>
    public static ConversationEnd PeerReset(Exception? because = null) => new("peer-reset", because);

    /// <summary>A fault that the conversation could not survive.</summary>
    public static ConversationEnd Of(FaultKind kind) => new(FaultCode.Of(kind));

    /// <summary>Nothing more can be said, not even goodbye.</summary>
    internal bool IsAbrupt => Token is "aborted" or "peer-reset" or "min-send-rate" or "body-cut";
}

/// <summary>The conversation is over, so what was asked of it cannot be done.</summary>
/// <param name="end">Why it ended.</param>
public sealed class ConversationEndedException(ConversationEnd end) : IOException($"the connection has ended: {end.Token}", end.Because)
{
    /// <summary>Why it ended.</summary>
    public ConversationEnd End { get; } = end;
}

/// <summary>The peer sent what the protocol does not allow.</summary>
/// <param name="message">What came, and what was expected.</param>
public sealed class ProtocolViolationException(string message) : IOException(message);
