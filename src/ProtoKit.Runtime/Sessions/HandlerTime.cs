namespace ProtoKit.Sessions;

/// <summary>A handler's own time. It stands still while the conversation waits for its peer, which has limits of its own.</summary>
/// <param name="clock">The clock.</param>
/// <param name="owner">Whose handler it is.</param>
/// <param name="expired">Called with the owner on a timer's thread when the time is used up.</param>
internal sealed class HandlerTime(TimeProvider clock, object owner, Action<object> expired) : IDisposable
{
    private readonly Deadline deadline = new(clock, owner, expired);
    private TimeSpan left;
    private long since;
    private int waits;
    private bool runs;

    /// <summary>The handler's time begins, at once or when the wait that is going on ends.</summary>
    public void Start(TimeSpan limit)
    {
        lock (this)
        {
            (left, runs) = (limit, true);
            if (waits == 0) Go();
        }
    }

    /// <summary>The handler has returned.</summary>
    public void Stop()
    {
        lock (this)
        {
            runs = false;
            deadline.Lift();
        }
    }

    /// <summary>A wait for the peer begins. Waits may overlap.</summary>
    public void Pause()
    {
        lock (this)
        {
            if (waits++ > 0 || !runs) return;
            if (deadline.Lift() || left == Timeout.InfiniteTimeSpan) return;
            left -= clock.GetElapsedTime(since);
            if (left < TimeSpan.Zero) left = TimeSpan.Zero;
        }
    }

    /// <summary>A wait for the peer has ended.</summary>
    public void Resume()
    {
        lock (this)
        {
            if (--waits == 0 && runs && !deadline.HasPassed) Go();
        }
    }

    public void Dispose() => deadline.Dispose();

    private void Go()
    {
        since = clock.GetTimestamp();
        deadline.Set(left);
    }
}
