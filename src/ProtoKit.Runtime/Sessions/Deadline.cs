namespace ProtoKit.Sessions;

/// <summary>
/// The one time limit that holds at a moment. Setting it costs a look at the clock: the timer behind it is set again only when the limit has come
/// nearer, or when it fires early.
/// </summary>
internal sealed class Deadline(TimeProvider clock, Action<FaultKind> expired) : IDisposable
{
    private readonly Lock gate = new();
    private ITimer? timer;
    private long due = long.MaxValue;
    private long scheduled = long.MaxValue;
    private FaultKind kind;

    /// <summary>The limit as it stands: what it is for and what is left of it.</summary>
    public (FaultKind Kind, TimeSpan Left) Current
    {
        get
        {
            lock (gate)
            {
                return due == long.MaxValue
                    ? (FaultKind.None, Timeout.InfiniteTimeSpan)
                    : (kind, clock.GetElapsedTime(clock.GetTimestamp(), due));
            }
        }
    }

    /// <summary>Sets the limit; an infinite or negative time lifts it.</summary>
    public void Set(FaultKind reason, TimeSpan after)
    {
        lock (gate)
        {
            if (after == Timeout.InfiniteTimeSpan)
            {
                due = long.MaxValue;
                return;
            }

            kind = reason;
            if (after < TimeSpan.Zero) after = TimeSpan.Zero;
            due = clock.GetTimestamp() + (long)(after.TotalSeconds * clock.TimestampFrequency);
            if (due < scheduled) Schedule(after);
        }
    }

    /// <summary>Lifts the limit.</summary>
    public void Lift() => Set(FaultKind.None, Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        lock (gate)
        {
            due = long.MaxValue;
            timer?.Dispose();
        }
    }

    private void Schedule(TimeSpan after)
    {
        scheduled = due;
        timer ??= clock.CreateTimer(static self => ((Deadline)self!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // A timer counts whole milliseconds; one more, and it never fires early.
        timer.Change(after + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        FaultKind reason;
        lock (gate)
        {
            scheduled = long.MaxValue;
            if (due == long.MaxValue) return;
            var left = clock.GetElapsedTime(clock.GetTimestamp(), due);
            if (left > TimeSpan.Zero)
            {
                Schedule(left);
                return;
            }

            due = long.MaxValue;
            reason = kind;
        }

        expired(reason);
    }
}
