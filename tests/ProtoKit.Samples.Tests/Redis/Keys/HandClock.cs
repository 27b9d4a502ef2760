namespace Samples.Redis.Tests;

/// <summary>A clock that stands until a test moves it; timers fire as it passes them.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly List<HandTimer> timers = [];
    private DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(50);

    /// <summary>The time in milliseconds since 1970.</summary>
    public long Now => now.ToUnixTimeMilliseconds();

    /// <summary>Timers that will fire.</summary>
    public int Waiting => timers.Count;

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(double milliseconds)
    {
        var end = now.AddMilliseconds(milliseconds);
        while (timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due) is { } timer)
        {
            timers.Remove(timer);
            now = timer.Due;
            timer.Fire();
        }

        now = end;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class HandTimer(HandClock clock, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.timers.Remove(this);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            Due = clock.now + dueTime;
            clock.timers.Add(this);
            return true;
        }

        public void Dispose() => clock.timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
