namespace ProtoKit;

/// <summary>
/// Who runs a conversation, and where it goes on after it has waited. Declarations and handlers are the same under all of them; docs/guide/choosing-a-model.md
/// says what each costs. All but <see cref="Async"/> need Linux.
/// </summary>
public enum ConcurrencyModel
{
    /// <summary>
    /// Coroutines, on Linux on a loop for each processor, elsewhere on the thread pool: a handler goes on wherever the pool has a thread. One that blocks does
    /// not hold up the others.
    /// </summary>
    Async,

    /// <summary>One client at a time; the others wait to be accepted. A handler goes on on the one thread.</summary>
    Iterative,

    /// <summary>A thread for each client, reused when the client has gone. A handler goes on on its client's thread.</summary>
    Thread,

    /// <summary>A process for each client, from a pool of processes that are kept ready. A handler goes on on its process's one thread.</summary>
    Process,

    /// <summary>One thread that tries each socket in turn, and rests up to 20 ms when nobody speaks. A handler goes on on that thread.</summary>
    Poll,

    /// <summary>One thread that waits in select(2), which cannot hold a descriptor from 1,024 on. A handler goes on on that thread.</summary>
    Select,

    /// <summary>One thread that waits in epoll(7), edge-triggered. A handler goes on on that thread.</summary>
    Epoll,
}
