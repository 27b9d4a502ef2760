namespace ProtoKit.Sessions;

/// <summary>Whose turn it is to write. Who finds it free takes it without a lock; who does not waits in line.</summary>
internal sealed class Turn
{
    private const int Free = 0, Taken = 1, Awaited = 2;

    private LinkedList<TaskCompletionSource>? line;
    private int state;

    /// <summary>Takes the turn if nobody has it.</summary>
    public bool TryEnter() => Interlocked.CompareExchange(ref state, Taken, Free) == Free;

    /// <summary>Waits for the turn. Throws <see cref="OperationCanceledException"/> when the wait is given up, and then has it not.</summary>
    public async ValueTask EnterAsync(CancellationToken cancel)
    {
        if (Line() is not { } place) return;
        using var given = cancel.UnsafeRegister(static place => ((TaskCompletionSource)place!).TrySetCanceled(), place);
        await place.Task.ConfigureAwait(false);
    }

    /// <summary>Gives the turn to whoever waits longest.</summary>
    public void Release()
    {
        if (Interlocked.CompareExchange(ref state, Free, Taken) == Taken) return;
        lock (this)
        {
            while (line!.First is { } first)
            {
                line.RemoveFirst();
                // Who has given up is passed over. The others still wait: the turn stays awaited.
                if (first.Value.TrySetResult()) return;
            }

            Volatile.Write(ref state, Free);
        }
    }

    // Null: it was free by now.
    private TaskCompletionSource? Line()
    {
        lock (this)
        {
            while (true)
            {
                if (TryEnter()) return null;
                // Only who holds this lock makes it free once it is awaited.
                if (Interlocked.CompareExchange(ref state, Awaited, Taken) == Free) continue;
                var place = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                (line ??= new()).AddLast(place);
                return place;
            }
        }
    }
}
