namespace ProtoKit.Sessions;

public abstract partial class ClientConnection
{
    /// <summary>
    /// Nobody waits for an answer any more. A stream still brings it in its turn. A datagram may be lost, or only late, and says not what it answers: so
    /// what waits with it is given up too, and what is still on its way is not heard.
    /// </summary>
    protected async ValueTask GiveUpAsync()
    {
        if (transport is not IDatagramConnection datagrams) return;
        // Whoever is sending now has either been given up with the others, or sends from the new port.
        await order.WaitAsync().ConfigureAwait(false);
        try
        {
            FailWaiting(new TimeoutException("an earlier answer did not come"));
            datagrams.Renew();
        }
        finally
        {
            order.Release();
        }
    }
}
