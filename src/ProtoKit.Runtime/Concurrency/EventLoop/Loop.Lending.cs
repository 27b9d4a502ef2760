using ProtoKit.Sessions;

namespace ProtoKit.Concurrency.EventLoop;

// A thread that runs loop code may be descheduled anywhere in it, and nobody else may touch the loop then. So a loop can be taken away only while its thread
// has lent it to what it has called: it is lent before each call out, entered again by whatever is called back from there, and taken back afterwards, unless
// another thread has it by then.
internal sealed partial class Loop
{
    private const int Nobody = 0;

    private readonly Watchdog? watchdog;
    private HandlerPlace? handler;
    private long lends, calls;
    private int clients;
    private int awake;
    // The thread that runs the loop; negative while the loop is lent to what that thread has called.
    private int holder;

    /// <summary>The caller is on the loop's thread.</summary>
    public bool IsCurrent => Math.Abs(Volatile.Read(ref holder)) == Environment.CurrentManagedThreadId;

    /// <summary>It may change its thread.</summary>
    public bool IsWatched => watchdog is not null;

    /// <summary>It has something to do.</summary>
    public bool IsAwake => Volatile.Read(ref awake) != 0;

    /// <summary>Clients that were dealt to it and have not gone.</summary>
    public int Clients => Volatile.Read(ref clients);

    /// <summary>The handler that was called last in this turn; null: none.</summary>
    public HandlerPlace? Handler => Volatile.Read(ref handler);

    /// <summary>How many turns it has given, and how many handlers were called.</summary>
    public (long Lends, long Calls) Progress => (Volatile.Read(ref lends), Volatile.Read(ref calls));

    /// <summary>Its thread is in what it has called.</summary>
    public bool IsLent => Volatile.Read(ref holder) < 0;

    private bool IsHeld => holder == Environment.CurrentManagedThreadId;

    /// <summary>One more client is dealt to it, or one fewer.</summary>
    public void Count(int more) => Interlocked.Add(ref clients, more);

    /// <summary>True: the caller is on the loop's thread, and nobody takes the loop until it leaves.</summary>
    public bool TryEnter()
    {
        var me = Environment.CurrentManagedThreadId;
        if (watchdog is null) return holder == me;
        return holder == -me && Interlocked.CompareExchange(ref holder, me, -me) == -me;
    }

    /// <summary>What was entered may be taken again. The turn is the same: to call back now and then does not make it shorter for the others.</summary>
    public void Leave()
    {
        if (watchdog is not null) Volatile.Write(ref holder, -holder);
    }

    /// <summary>What is called next is not the loop's, and may not return: the caller does not touch the loop, nor what belongs to it, after the call.</summary>
    public void Lend()
    {
        if (watchdog is null || !IsHeld) return;
        lends++;
        handler = null;
        Volatile.Write(ref holder, -holder);
    }

    /// <summary>A handler is about to be called, perhaps on the loop's thread; null: one that has no other place to run in.</summary>
    public void Calling(HandlerPlace? place)
    {
        if (holder != -Environment.CurrentManagedThreadId) return;
        // Whoever takes the loop in this moment may take one handler for another, which that handler's place gets over.
        calls++;
        handler = place;
    }

    /// <summary>Takes the loop away from the thread that has lent it. False: it has not, or is back.</summary>
    public bool TrySteal()
    {
        var lent = Volatile.Read(ref holder);
        return lent < 0 && Interlocked.CompareExchange(ref holder, Nobody, lent) == lent;
    }

    /// <summary>Gives a loop that was taken away to another thread.</summary>
    public void GoOnElsewhere() => SpareThreads.Run(Run);

    private void Hold() => Volatile.Write(ref holder, Environment.CurrentManagedThreadId);

    // False: it was taken away.
    private bool TryTakeBack() => IsHeld || TryEnter();

    private void Rest()
    {
        if (watchdog is not null) Volatile.Write(ref awake, 0);
    }

    // The watchdog says that it sleeps before it looks who is awake.
    private void Rise()
    {
        if (watchdog is null) return;
        Interlocked.Exchange(ref awake, 1);
        watchdog.Wake();
    }
}
