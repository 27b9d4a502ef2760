using System.Buffers;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Sessions;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// One thread that waits for sockets and runs what becomes possible: conversations resume on it. Which sockets are ready is the
/// <see cref="IReadinessSet"/>'s to say; that is all in which the models of this folder's users differ. A loop either has one thread for good, and a
/// synchronization context that brings back to it whatever a handler awaits, or a <see cref="Watchdog"/> that gives it to another thread when its own is
/// stuck in what it has called.
/// </summary>
internal sealed partial class Loop
{
    // What a handler may need; most of it is never touched, and so never costs memory.
    private const int StackSize = 512 * 1024;

    private readonly IReadinessSet set;
    private readonly Action<Exception> failed;
    private readonly LoopContext? context;
    private readonly ManualResetEventSlim ended = new();
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
        context = new LoopContext(this);
        new Thread(Run, StackSize) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>Starts a loop that may change its thread.</summary>
    /// <param name="set">What tells which sockets are ready. The loop disposes it.</param>
    /// <param name="watchdog">Who looks after it.</param>
    /// <param name="failed">Hears what code that was posted here throws; nobody else would.</param>
    public Loop(EpollSet set, Watchdog watchdog, Action<Exception> failed)
    {
        (this.set, this.watchdog, this.failed) = (set, watchdog, failed);
        watchdog.Watch(this);
        SpareThreads.Run(Run);
    }

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
        if (IsHeld)
        {
            own.Enqueue(new Work(work, state));
            return true;
        }

        if (TryEnter())
        {
            own.Enqueue(new Work(work, state));
            Leave();
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

    /// <summary>Waits for the end of the loop. False: it did not come in time.</summary>
    public bool Join(TimeSpan patience) => IsCurrent || ended.Wait(patience);

    /// <summary>Room to receive into, the taker's until it comes back. To be called on the loop's thread.</summary>
    public byte[] TakeRoom()
    {
        var given = room ?? ArrayPool<byte>.Shared.Rent(RoomSize);
        room = null;
        return given;
    }

    /// <summary>Takes room back that nobody looks into any more. To be called on the loop's thread.</summary>
    public void GiveRoom(byte[] given)
    {
        if (room is null) room = given;
        else ArrayPool<byte>.Shared.Return(given);
    }

    // What is half done stands in the fields, so that another thread can go on with it.
    private void Run()
    {
        SynchronizationContext.SetSynchronizationContext(context);
        Hold();
        while (RunAll(taken) && RunAll(running) && TellSockets())
        {
            if (stopping)
            {
                End();
                return;
            }

            Round++;
            Wait(Collect());
        }
    }

    // What is posted from here on has to wait until the sockets have had their turn. True: there is nothing to do.
    private bool Collect()
    {
        (own, running) = (running, own);
        lock (gate)
        {
            sleeping = posted.Count == 0 && running.Count == 0;
            (posted, taken) = (taken, posted);
            return sleeping;
        }
    }

    private void Wait(bool maySleep)
    {
        if (maySleep) Rest();
        try
        {
            set.Wait(maySleep);
        }
        catch (Exception failure)
        {
            // The loop is everybody's: what one socket's owner throws must not end it.
            Fail(failure);
        }

        if (!maySleep) return;
        Volatile.Write(ref sleeping, false);
        Rise();
    }

    // False: another thread has the loop.
    private bool TellSockets()
    {
        while (true)
        {
            var any = true;
            try
            {
                any = set.TellNext();
            }
            catch (Exception failure)
            {
                Fail(failure);
            }

            if (!TryTakeBack()) return false;
            if (!any) return true;
        }
    }

    // False: another thread has the loop.
    private bool RunAll(Queue<Work> works)
    {
        while (works.TryDequeue(out var work))
        {
            Run(work);
            if (!TryTakeBack()) return false;
        }

        return true;
    }

    private void Run(Work work)
    {
        try
        {
            work.Call(work.State);
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }

    private void Fail(Exception failure)
    {
        Lend();
        failed(failure);
    }

    // Whoever was still taken in is served, so that nobody waits for it in vain.
    private void End()
    {
        lock (gate)
        {
            stopped = true;
            (posted, taken) = (taken, posted);
        }

        (own, running) = (running, own);
        // Another thread that takes the loop over meanwhile comes here, too.
        if (!RunAll(taken) || !RunAll(running)) return;
        set.Dispose();
        if (room is not null) ArrayPool<byte>.Shared.Return(room);
        room = null;
        watchdog?.Forget(this);
        Volatile.Write(ref holder, Nobody);
        ended.Set();
    }

    private readonly record struct Work(SendOrPostCallback Call, object? State);
}
