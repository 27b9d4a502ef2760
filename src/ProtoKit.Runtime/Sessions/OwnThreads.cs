namespace ProtoKit.Sessions;

/// <summary>Threads for work that blocks, one for each piece of it, up to a number.</summary>
/// <param name="most">As many at once; beyond them, they wait for each other.</param>
/// <param name="start">Runs something on a thread of its own, or throws when there is none to be had.</param>
internal sealed class OwnThreads(int most, Action<Action> start)
{
    private readonly Lock gate = new();
    private readonly Queue<Action> waiting = new();
    private int busy;

    /// <summary>Runs this soon, and not before the call returns. It throws nothing: what awaits it could not hear that, and the process would end.</summary>
    public void Run(Action work)
    {
        lock (gate)
        {
            if (busy == most)
            {
                waiting.Enqueue(work);
                return;
            }

            busy++;
        }

        try
        {
            start(() => RunAll(work));
        }
        catch (Exception)
        {
            // The system has no thread left, or no memory for one.
            RunLater(work);
        }
    }

    // Whoever is busy takes it over when done. When nobody is, the pool has a thread sooner or later.
    private void RunLater(Action work)
    {
        lock (gate)
        {
            if (busy > 1)
            {
                busy--;
                waiting.Enqueue(work);
                return;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(RunAll, work, preferLocal: false);
    }

    private void RunAll(Action work)
    {
        for (var next = work; next is not null; next = Next()) next();
    }

    private Action? Next()
    {
        lock (gate)
        {
            if (waiting.TryDequeue(out var next)) return next;
            busy--;
            return null;
        }
    }
}
