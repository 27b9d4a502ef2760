using System.Runtime.CompilerServices;

namespace ProtoKit.Sessions;

/// <summary>
/// Awaiting it goes on on a thread on which others may not depend: for handlers that are known to block. They would fill the thread pool, which
/// grows slowly, and everybody's timers with it.
/// </summary>
internal readonly struct OwnThread : ICriticalNotifyCompletion
{
    private static readonly OwnThreads Threads = new(512, SpareThreads.Run);

    public bool IsCompleted => false;

    public OwnThread GetAwaiter() => this;

    public void GetResult()
    {
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void UnsafeOnCompleted(Action continuation) => Threads.Run(continuation);
}
