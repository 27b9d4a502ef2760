using System.Diagnostics;

namespace ProtoKit.Concurrency.Readiness;

/// <summary>
/// No readiness at all: each socket is tried in turn, as the origin's non-blocking program did. That one burned a core with nothing to do; here a sweep that
/// nothing came of is followed by a pause, which grows to 20 ms while nobody speaks, and beyond when there are so many
/// sockets that looking at them takes long itself.
/// </summary>
internal sealed class SweepSet : IReadinessSet
{
    private const int LongestPause = 20;

    // An idle server rests so many times as long as it looks, at least: however many clients are silent, they cost less than 5 % of a core.
    private const int RestPerLook = 24;

    // A client that was just answered will soon say more: a pause would cost it more than a few sweeps cost this thread.
    private static readonly TimeSpan Eager = TimeSpan.FromMicroseconds(200);

    private readonly AutoResetEvent woken = new(false);
    private readonly List<IReadySource> sources = [];
    private long quietSince = Stopwatch.GetTimestamp();
    private TimeSpan looked;
    private bool disposed;
    private int pause;
    private int at;

    public int Capacity => int.MaxValue;

    public void Add(IReadySource source) => sources.Add(source);

    public void Changed(IReadySource source)
    {
    }

    public void Remove(IReadySource source)
    {
        var index = sources.IndexOf(source);
        sources.RemoveAt(index);
        // Whoever stood behind it has moved up, also in a sweep that is under way.
        if (index <= at) at--;
    }

    public void Wait(bool maySleep)
    {
        if (maySleep) Pause();
        var began = Stopwatch.GetTimestamp();
        var any = false;
        for (at = 0; at < sources.Count; at++)
        {
            var source = sources[at];
            var wanted = (source.WantsToRead ? Ready.Read : 0) | (source.WantsToWrite ? Ready.Write : 0);
            if (wanted != 0) any |= source.OnReady(wanted);
        }

        at = -1;
        looked = Stopwatch.GetElapsedTime(began);
        if (!any) return;
        (quietSince, pause) = (Stopwatch.GetTimestamp(), 0);
    }

    public void Wake()
    {
        // Whoever asked for the end may only now get to wake the loop that has ended meanwhile.
        lock (woken)
        {
            if (!disposed) woken.Set();
        }
    }

    public void Dispose()
    {
        lock (woken)
        {
            disposed = true;
            woken.Dispose();
        }
    }

    private void Pause()
    {
        if (Stopwatch.GetElapsedTime(quietSince) < Eager)
        {
            Thread.Yield();
            return;
        }

        pause = Math.Min(Math.Max(1, pause * 2), LongestPause);
        var rest = pause < LongestPause ? pause : Math.Max(pause, (int)(looked.TotalMilliseconds * RestPerLook));
        if (woken.WaitOne(rest)) pause = 0;
    }
}
