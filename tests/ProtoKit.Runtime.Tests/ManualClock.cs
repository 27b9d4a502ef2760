namespace RuntimeTests;

/// <summary>A clock that stands until a test moves it. A timer's callback runs on the thread that moves it, at exactly the time that it asked for.</summary>
public sealed class ManualClock : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private long now = TimeSpan.TicksPerDay;
    private long looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        Interlocked.Increment(ref looks);
        return Volatile.Read(ref now);
    }

    public override DateTimeOffset GetUtcNow() => new(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var end = now + by.Ticks;
        while (Next(end) is { } timer)
        {
            Volatile.Write(ref now, Math.Max(now, timer.Due));
            timer.Fire();
        }

        Volatile.Write(ref now, end);
    }

    /// <summary>Waits until nobody looks at the clock any more: everyone who has something to wait for waits.</summary>
    public async Task SettleAsync()
    {
        for (var (calm, seen) = (0, -1L); calm < 4; calm = Interlocked.Read(ref looks) == seen ? calm + 1 : 0)
        {
            seen = Interlocked.Read(ref looks);
            await Task.Delay(8);
        }
    }

    /// <summary>Nothing has happened shortly before the limit; soon after it, it has.</summary>
    public async Task<T> ExpireAsync<T>(Task<T> awaited, TimeSpan limit)
    {
        await SettleAsync();
        Advance(limit - TimeSpan.FromMilliseconds(20));
        await SettleAsync();
        Assert.False(awaited.IsCompleted, "it is early");
        for (var step = 0; step < 2000 && !awaited.IsCompleted; step++)
        {
            Advance(TimeSpan.FromMilliseconds(limit.TotalMilliseconds / 500 + 10));
            await Task.Delay(3);
        }

        return await awaited.WaitAsync(TimeSpan.FromSeconds(1));
    }

    private ManualTimer? Next(long end)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            if (next is not null) timers.Remove(next);
            return next;
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action callback) : ITimer
    {
        public long Due { get; private set; }

        public void Fire() => callback();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan) return true;
                Due = Volatile.Read(ref clock.now) + dueTime.Ticks;
                clock.timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
