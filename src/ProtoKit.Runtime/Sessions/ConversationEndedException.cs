namespace ProtoKit.Sessions;

/// <summary>The conversation is over, so what was asked of it cannot be done.</summary>
/// <param name="end">Why it ended.</param>
public sealed class ConversationEndedException(ConversationEnd end) : IOException($"the connection has ended: {end.Token}", end.Because)
{
    /// <summary>Why it ended.</summary>
    public ConversationEnd End { get; } = end;
}
