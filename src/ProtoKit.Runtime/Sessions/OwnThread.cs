using System.Runtime.CompilerServices;

namespace ProtoKit.Sessions;

/// <summary>
/// Awaiting it goes on on a thread on which others may not depend: for handlers that are known to block. They would fill the thread pool, which
/// grows slowly, and everybody's timers with it.
/// </summary>
internal readonly struct OwnThread : ICriticalNotifyCompletion
{
    // Beyond them, they wait for each other.
    private const int Most = 512;

    private static readonly Lock Gate = new();
    private static readonly Queue<Action> Waiting = new();
    private static int busy;

    public bool IsCompleted => false;

    public OwnThread GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation)
    {
        lock (Gate)
        {
            if (busy == Most)
            {
                Waiting.Enqueue(continuation);
                return;
            }

            busy++;
        }

        try
        {
            SpareThreads.Run(() => RunAll(continuation));
        }
        catch
        {
            lock (Gate) busy--;
            throw;
        }
    }

    private static void RunAll(Action continuation)
    {
        for (var next = continuation; next is not null; next = Next()) next();
    }

    private static Action? Next()
    {
        lock (Gate)
        {
            if (Waiting.TryDequeue(out var next)) return next;
            busy--;
            return null;
        }
    }
}
