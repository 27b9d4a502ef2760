namespace ProtoKit.Sessions;

/// <summary>Threads that are kept a while after their work in case there is more: a new one costs more than most of what is to be done.</summary>
internal sealed class SpareThreads
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private static readonly Lock Gate = new();
    private static readonly List<SpareThreads> Idle = [];
    private static int alive;

    private readonly AutoResetEvent woken = new(false);
    private Action? work;

    private SpareThreads(Action work) => this.work = work;

    /// <summary>How many there are, idle or not.</summary>
    public static int Alive => Volatile.Read(ref alive);

    /// <summary>Runs this at once on a thread of its own.</summary>
    public static void Run(Action work)
    {
        SpareThreads? one = null;
        lock (Gate)
        {
            if (Idle.Count > 0)
            {
                // The one that was used last, so that those at the other end are the ones nobody needs.
                one = Idle[^1];
                Idle.RemoveAt(Idle.Count - 1);
                one.work = work;
            }
        }

        if (one is not null)
        {
            one.woken.Set();
            return;
        }

        new Thread(new SpareThreads(work).Live) { IsBackground = true, Name = "protokit async" }.UnsafeStart();
    }

    private void Live()
    {
        Interlocked.Increment(ref alive);
        do
        {
            work!();
        }
        while (GetsMore());
        Interlocked.Decrement(ref alive);
        woken.Dispose();
    }

    private bool GetsMore()
    {
        lock (Gate)
        {
            work = null;
            Idle.Add(this);
        }

        if (woken.WaitOne(Kept)) return true;
        lock (Gate)
        {
            if (Idle.Remove(this)) return false;
        }

        // Somebody gave it work in this very moment.
        return woken.WaitOne();
    }
}
