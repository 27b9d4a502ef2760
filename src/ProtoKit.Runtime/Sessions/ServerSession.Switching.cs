using System.IO.Pipelines;

namespace ProtoKit.Sessions;

public abstract partial class ServerSession
{
    private Func<IDuplexPipe, ConversationOptions, Task<ConversationEnd>>? successor;

    /// <summary>
    /// Leaves the connection to another protocol once this command has been answered: <paramref name="next"/> gets the pipe with every byte that
    /// is not read yet, and its end is the connection's. A command that is refused switches nothing.
    /// </summary>
    /// <param name="next">Serves the rest, such as <c>(pipe, options) => Other.ServeAsync(pipe, new OtherServer(), options)</c>.</param>
    public void SwitchTo(Func<IDuplexPipe, ConversationOptions, Task<ConversationEnd>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (IsDatagram) throw new InvalidOperationException("a datagram is one message, and nothing comes after it");
        if (IsCorrelated) throw new InvalidOperationException("commands that run side by side have no last one to switch behind");
        successor = next;
    }

    private async ValueTask<ConversationEnd> HandOverAsync(Task cleaning)
    {
        await cleaning;
        var pipe = await LeaveAsync();
        handling?.Dispose();
        // Commands that have come already may switch again and again, each from within the one before.
        await Task.Yield();
        try
        {
            // The limits that this conversation goes by are those of its own protocol.
            return await successor!(pipe, Options with { Limits = null, Observer = new SucceedingObserver(Options.Observer, Traffic) });
        }
        catch (Exception failure)
        {
            Options.Observer.Failed(failure);
            var end = new ConversationEnd("switch-failed", failure);
            await CompletePipeAsync(new ConversationEndedException(end)).ConfigureAwait(false);
            Options.Observer.Ended(end, Traffic.In, Traffic.Out);
            return end;
        }
    }

    // A connection has one end and one count of its bytes, whoever served how many of them.
    private sealed class SucceedingObserver(ConversationObserver first, (long In, long Out) before) : ConversationObserver
    {
        public override void Failed(Exception because) => first.Failed(because);

        public override void Handled(string command, FaultKind refusal) => first.Handled(command, refusal);

        public override void Ended(ConversationEnd end, long received, long sent) => first.Ended(end, before.In + received, before.Out + sent);
    }
}
