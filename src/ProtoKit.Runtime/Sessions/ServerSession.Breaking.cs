namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    /// <summary>Ends the conversation at once: what was written and has not left is lost, and so is whoever waits to write. Any thread may call it.</summary>
    /// <param name="reason">A word for the log.</param>
    public void Abort(string reason) => Abort(ConversationEnd.BrokenOff(reason));
}
