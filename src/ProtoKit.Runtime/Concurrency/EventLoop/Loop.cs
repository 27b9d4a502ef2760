using System.Buffers;
using ProtoKit.Concurrency.Readiness;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// One thread that waits for sockets and runs what becomes possible: conversations resume on it, and so does whatever they await. Which sockets are
/// ready is the <see cref="IReadinessSet"/>'s to say; that is all in which the models of this folder's users differ.
/// </summary>
internal sealed class Loop
{
    // What a handler may need; most of it is never touched, and so never costs memory.
    private const int StackSize = 512 * 1024;

    private readonly IReadinessSet set;
    private readonly Action<Exception> failed;
    private readonly Thread thread;
    private readonly int threadId;
    private readonly Lock gate = new();
    private Queue<Work> posted = new();
    private Queue<Work> taken = new();
    private Queue<Work> own = new();
    private Queue<Work> running = new();
    private byte[]? room;
    private bool sleeping;
    private bool stopping;
    private bool stopped;

    /// <summary>Starts the thread.</summary>
    /// <param name="name">The thread's name.</param>
    /// <param name="set">What tells which sockets are ready. The loop disposes it.</param>
    /// <param name="failed">Hears what code that was posted here throws; nobody else would.</param>
    public Loop(string name, IReadinessSet set, Action<Exception> failed)
    {
        (this.set, this.failed) = (set, failed);
        thread = new Thread(Run, StackSize) { IsBackground = true, Name = name };
        threadId = thread.ManagedThreadId;
        thread.Start();
    }

    /// <summary>The caller is on the loop's thread.</summary>
    public bool IsCurrent => Environment.CurrentManagedThreadId == threadId;

    /// <summary>The sockets that the loop waits for; to be used on its thread only.</summary>
    public IReadinessSet Set => set;

    /// <summary>The least that a socket is received into at once.</summary>
    public int RoomSize { get; init; } = 64 * 1024;

    /// <summary>It runs nothing any more.</summary>
    public bool HasStopped => Volatile.Read(ref stopped);

    /// <summary>Grows with every round: whoever has had its share of one waits for the next.</summary>
    public long Round { get; private set; }

    /// <summary>Runs this on the loop's thread, soon; on the thread pool once the loop has stopped, so that nothing waits for ever. Any thread may call it.</summary>
    public void Post(SendOrPostCallback work, object? state)
    {
        if (!TryPost(work, state)) ThreadPool.UnsafeQueueUserWorkItem(static late => late.Loop.Run(late.Work), (Loop: this, Work: new Work(work, state)), preferLocal: false);
    }

    /// <summary>Runs this on the loop's thread, soon. Any thread may call it. False: the loop has stopped.</summary>
    public bool TryPost(SendOrPostCallback work, object? state)
    {
        if (IsCurrent)
        {
            own.Enqueue(new Work(work, state));
            return true;
        }

        bool wake;
        lock (gate)
        {
            if (stopped) return false;
            posted.Enqueue(new Work(work, state));
            (wake, sleeping) = (sleeping, false);
        }

        if (wake) set.Wake();
        return true;
    }

    /// <summary>Ends the thread once what it is running returns. Any thread may call it.</summary>
    public void Stop() => TryPost(static self => ((Loop)self!).stopping = true, this);

    /// <summary>Waits for the end of the thread. False: it did not come in time.</summary>
    public bool Join(TimeSpan patience) => IsCurrent || thread.Join(patience);

    /// <summary>Room to receive into, the taker's until it comes back. To be called on the loop's thread.</summary>
    public byte[] TakeRoom()
    {
        var taken = room ?? ArrayPool<byte>.Shared.Rent(RoomSize);
        room = null;
        return taken;
    }

    /// <summary>Takes room back that nobody looks into any more. To be called on the loop's thread.</summary>
    public void GiveRoom(byte[] given)
    {
        if (room is null) room = given;
        else ArrayPool<byte>.Shared.Return(given);
    }

    private void Run()
    {
        SynchronizationContext.SetSynchronizationContext(new LoopContext(this));
        while (!stopping)
        {
            Round++;
            RunPosted();
            RunOwn();
            WaitForSockets();
        }

        // Whoever was still taken in is served, so that nobody waits for it in vain.
        lock (gate) stopped = true;
        RunPosted();
        RunOwn();
        set.Dispose();
        if (room is not null) ArrayPool<byte>.Shared.Return(room);
        room = null;
    }

    // The loop is everybody's: what one socket's owner throws must not end it.
    private void WaitForSockets()
    {
        try
        {
            set.Wait(MaySleep());
        }
        catch (Exception failure)
        {
            failed(failure);
        }
    }

    private bool MaySleep()
    {
        if (own.Count > 0 || stopping) return false;
        lock (gate) return sleeping = posted.Count == 0;
    }

    private void RunPosted()
    {
        lock (gate)
        {
            sleeping = false;
            if (posted.Count == 0) return;
            (posted, taken) = (taken, posted);
        }

        while (taken.TryDequeue(out var work)) Run(work);
    }

    // What is posted meanwhile has to wait until the sockets have had their turn.
    private void RunOwn()
    {
        (own, running) = (running, own);
        while (running.TryDequeue(out var work)) Run(work);
    }

    private void Run(Work work)
    {
        try
        {
            work.Call(work.State);
        }
        catch (Exception failure)
        {
            failed(failure);
        }
    }

    private readonly record struct Work(SendOrPostCallback Call, object? State);
}
