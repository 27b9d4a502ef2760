namespace ProtoKit.Tool.Serving;

/// <summary>How a server is asked to stop: gently at first, and at once by whoever asks again.</summary>
internal sealed class StopRequests(ServerProcess server)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private int asked;

    /// <summary>Some connections had to be aborted, whether or not the server came to say so.</summary>
    public bool Aborted => asked > 1;

    /// <summary>Drains the first time, aborts the second.</summary>
    public void Ask()
    {
        switch (Interlocked.Increment(ref asked))
        {
            case 1:
                Drain();
                break;
            case 2:
                _ = AbortAsync();
                break;
        }
    }

    /// <summary>Drains, however often it is said.</summary>
    public void Drain() => _ = server.SendAsync(ControlDocument.Stop);

    private async Task AbortAsync()
    {
        await server.SendAsync(ControlDocument.Abort);
        await server.ExitAsync(Patience);
    }
}
