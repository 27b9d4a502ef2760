namespace ProtoKit.Sessions;

/// <summary>
/// One time limit. Setting it costs a look at the clock: the timer behind it is set again only when the limit has come nearer, or when it fires
/// early.
/// </summary>
/// <param name="clock">The clock.</param>
/// <param name="owner">Whose limit it is.</param>
/// <param name="expired">Called with the owner on a timer's thread, once for each time that the limit passes.</param>
internal sealed class Deadline(TimeProvider clock, object owner, Action<object> expired) : IDisposable
{
    // What a timer can count.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(24);

    private ITimer? timer;
    private long due = long.MaxValue;
    private long scheduled = long.MaxValue;
    private bool passed;

    /// <summary>The limit that was set last has passed.</summary>
    public bool HasPassed
    {
        get
        {
            lock (this) return passed;
        }
    }

    /// <summary>Sets the limit; the infinite time lifts it.</summary>
    public void Set(TimeSpan after) => Set(after, clock.GetTimestamp());

    /// <summary>Sets the limit, from this moment on.</summary>
    public void Set(TimeSpan after, long now)
    {
        lock (this)
        {
            passed = false;
            due = long.MaxValue;
            if (after == Timeout.InfiniteTimeSpan) return;
            after = after < TimeSpan.Zero ? TimeSpan.Zero : after > Longest ? Longest : after;
            due = now + (long)(after.TotalSeconds * clock.TimestampFrequency);
            if (due < scheduled) Schedule(after);
        }
    }

    /// <summary>Lifts the limit. True: it had passed already.</summary>
    public bool Lift()
    {
        lock (this)
        {
            due = long.MaxValue;
            return passed;
        }
    }

    public void Dispose()
    {
        lock (this)
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
        lock (this)
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
            passed = true;
        }

        expired(owner);
    }
}
