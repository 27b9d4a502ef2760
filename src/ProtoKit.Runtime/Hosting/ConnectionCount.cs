namespace ProtoKit.Hosting;

/// <summary>The connections of a server, and who waits for the last of them.</summary>
internal sealed class ConnectionCount
{
    private readonly Lock gate = new();
    private TaskCompletionSource? emptied;
    private long last;
    private int now;

    public int Now => Volatile.Read(ref now);

    /// <summary>Counts one in; answers its number.</summary>
    public long Enter()
    {
        lock (gate)
        {
            now++;
            return ++last;
        }
    }

    public void Leave()
    {
        lock (gate)
        {
            if (--now == 0) emptied?.TrySetResult();
        }
    }

    /// <summary>Waits until there is none. False: there still is after this time.</summary>
    public async Task<bool> EmptiesWithinAsync(TimeSpan time, TimeProvider clock)
    {
        Task waiting;
        lock (gate)
        {
            if (now == 0) return true;
            emptied ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = emptied.Task;
        }

        try
        {
            await waiting.WaitAsync(time, clock).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return Now == 0;
        }
    }
}
