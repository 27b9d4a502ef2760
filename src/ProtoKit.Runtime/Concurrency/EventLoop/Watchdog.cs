using System.Diagnostics;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// Looks after loops whose handlers may block: one that has been in what it called for longer than a moment goes on on another thread, and the one that is
/// stuck finishes alone. It sleeps as long as all loops do.
/// </summary>
/// <param name="moment">How long one handler may have a loop for itself, at least; at most, twice as long.</param>
/// <param name="failed">Hears what nobody else would.</param>
internal sealed class Watchdog(TimeSpan moment, Action<Exception> failed)
{
    // As many handlers as fill this together have had the loop for long enough, too.
    private const int LongestTurn = 2;

    private readonly Lock gate = new();
    // Never changed, but replaced: whoever looks through it needs no copy.
    private Watched[] all = [];
    private readonly AutoResetEvent woken = new(false);
    private Thread? thread;
    private bool hasSkipped;
    private int asleep;

    public Watchdog(Action<Exception> failed)
        : this(TimeSpan.FromMilliseconds(10), failed)
    {
    }

    /// <summary>How many loops it has given to another thread.</summary>
    public int Thefts { get; private set; }

    /// <summary>Looks after this one, too.</summary>
    public void Watch(Loop loop)
    {
        lock (gate)
        {
            all = [.. all, new Watched(loop)];
            if (thread is not null) return;
            thread = new Thread(Run) { IsBackground = true, Name = "protokit watchdog" };
            thread.Start();
        }
    }

    /// <summary>The loop has ended.</summary>
    public void Forget(Loop loop)
    {
        lock (gate) all = Array.FindAll(all, one => one.Loop != loop);
        woken.Set();
    }

    /// <summary>A loop has something to do. Costs a look unless it sleeps.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref asleep) != 0 && Interlocked.Exchange(ref asleep, 0) != 0) woken.Set();
    }

    private void Run()
    {
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            Thread.Sleep(moment);
            // When this thread could not run, neither could others, and they are not to blame.
            var stalled = Stopwatch.GetElapsedTime(began) > moment * 3 && !hasSkipped;
            hasSkipped = stalled;
            Watched[] watched;
            lock (gate)
            {
                if (all.Length == 0)
                {
                    thread = null;
                    return;
                }

                watched = all;
            }

            var quiet = true;
            foreach (var one in watched) quiet &= Look(one, stalled);
            if (quiet) Sleep();
        }
    }

    // True: nothing has moved since the last look.
    private bool Look(Watched one, bool stalled)
    {
        var loop = one.Loop;
        if (one.IsOrphan) Adopt(one);
        var (round, lends, calls) = (loop.Round, loop.Progress.Lends, loop.Progress.Calls);
        var (sameTurn, sameHandler) = (lends == one.Lends && round == one.Round, calls == one.Calls);
        var quiet = sameTurn && !loop.IsAwake;
        (one.Round, one.Lends, one.Calls) = (round, lends, calls);
        one.Turn = sameTurn && !stalled && loop.IsLent ? one.Turn + 1 : 0;
        if (one.Turn == 0 || (!sameHandler && one.Turn < LongestTurn)) return quiet;
        var handler = loop.Handler;
        if (!loop.TrySteal()) return false;
        Thefts++;
        if (sameHandler) handler?.Blocked();
        Adopt(one);
        return false;
    }

    private void Adopt(Watched one)
    {
        try
        {
            one.IsOrphan = true;
            one.Loop.GoOnElsewhere();
            (one.IsOrphan, one.Turn) = (false, 0);
        }
        catch (Exception failure)
        {
            // There is no thread to be had now; it is tried again at the next look.
            failed(failure);
        }
    }

    private void Sleep()
    {
        Interlocked.Exchange(ref asleep, 1);
        bool isAnyAwake;
        lock (gate) isAnyAwake = Array.Exists(all, static one => one.Loop.IsAwake);
        if (!isAnyAwake) woken.WaitOne();
        Volatile.Write(ref asleep, 0);
    }

    private sealed class Watched(Loop loop)
    {
        public Loop Loop => loop;

        public long Round { get; set; }

        public long Lends { get; set; }

        public long Calls { get; set; }

        /// <summary>Looks since it was lent.</summary>
        public int Turn { get; set; }

        /// <summary>It was taken away, and nobody has it.</summary>
        public bool IsOrphan { get; set; }
    }
}
