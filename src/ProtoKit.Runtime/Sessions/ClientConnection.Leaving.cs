using System.IO.Pipelines;

namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    private volatile bool leaving;

    /// <summary>
    /// Waits for the answers to what was sent, and gives the connection away, for another protocol to be spoken on it: the pipe has every byte
    /// behind the last answer. It is the caller's then, to dispose too; the client can only be disposed. Where the server speaks first in the other
    /// protocol, call this before the last answer is awaited.
    /// </summary>
    /// <exception cref="ConversationEndedException">The connection ended first.</exception>
    public async Task<IDuplexPipe> DetachAsync()
    {
        // Whoever sends from now on comes too late.
        await order.WaitAsync().ConfigureAwait(false);
        try
        {
            leaving = true;
            begun.TrySetResult();
            WakeReader();
            await listening.ConfigureAwait(false);
            ThrowUnlessDetached();
            var pipe = await LeaveAsync().ConfigureAwait(false);
            // It may have been woken for nothing, which is not for the next reader to hear.
            if (pipe.Input.TryRead(out var unread)) pipe.Input.AdvanceTo(unread.Buffer.Start);
            return pipe;
        }
        finally
        {
            order.Release();
        }
    }

    private bool MayLeave
    {
        get
        {
            if (!leaving) return false;
            lock (waiting) return waiting.Count + table.Count == 0 && current is null;
        }
    }

    private void ThrowUnlessDetached()
    {
        if (Ended != ConversationEnd.Detached) throw new ConversationEndedException(Ended!);
    }
}
