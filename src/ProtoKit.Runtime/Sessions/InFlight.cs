namespace ProtoKit.Sessions;

/// <summary>The commands whose handlers run side by side.</summary>
/// <param name="most">How many there may be.</param>
internal sealed class InFlight(int most)
{
    private readonly Lock gate = new();
    private readonly HashSet<object> refused = [];
    private TaskCompletionSource? less;
    private int count;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>One more.</summary>
    public void Begin() => Interlocked.Increment(ref count);

    /// <summary>One less.</summary>
    public void End()
    {
        TaskCompletionSource? waited;
        lock (gate)
        {
            Interlocked.Decrement(ref count);
            (waited, less) = (less, null);
        }

        waited?.TrySetResult();
    }

    /// <summary>Completes when there is room for another.</summary>
    public Task RoomAsync(CancellationToken ended) => FallAsync(most, ended);

    /// <summary>Completes when there are none.</summary>
    public Task EmptyAsync(CancellationToken ended) => FallAsync(1, ended);

    /// <summary>The command has been refused; false: it had been already.</summary>
    public bool Refuse(object id)
    {
        lock (gate) return refused.Add(id);
    }

    /// <summary>The command had been refused; it is forgotten.</summary>
    public bool WasRefused(object id)
    {
        lock (gate) return refused.Count > 0 && refused.Remove(id);
    }

    private async Task FallAsync(int below, CancellationToken ended)
    {
        while (Less(below) is { } waited) await waited.WaitAsync(ended).ConfigureAwait(false);
    }

    // Null: there are fewer.
    private Task? Less(int below)
    {
        lock (gate) return Count < below ? null : (less ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }
}
