using ProtoKit.Sessions;

namespace ProtoKit.Hosting.Workers;

/// <summary>Tells everything at once but the end, which it keeps until it may be told.</summary>
internal sealed class LastWord(ConversationObserver observer) : ConversationObserver
{
    private (ConversationEnd End, long Received, long Sent) kept = (new ConversationEnd("internal"), 0, 0);

    public override void Failed(Exception because) => observer.Failed(because);

    public override void Handled(string command, FaultKind refusal) => observer.Handled(command, refusal);

    public override void Ended(ConversationEnd end, long received, long sent) => kept = (end, received, sent);

    /// <summary>Tells the end; one that nobody gave a reason for is a failure.</summary>
    public void Say() => observer.Ended(kept.End, kept.Received, kept.Sent);
}
