namespace Samples.Redis;

/// <summary>
/// What waits to be told to one subscriber. It is told in order, by a thread of the pool, so that whoever publishes never waits for whoever listens;
/// when too much waits, nothing more is told.
/// </summary>
/// <param name="send">Tells one thing, and is done when that has left.</param>
/// <param name="overflow">Ends the connection of somebody who listens too slowly.</param>
internal sealed class Outbox(Func<Push, ValueTask> send, Action overflow)
{
    /// <summary>What may wait: Redis' own client-output-buffer-limit for pubsub.</summary>
    public const long Most = 32 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly Queue<(Push? Push, TaskCompletionSource? Sent)> waiting = new();
    private long size;
    private bool sending;
    private bool closed;

    /// <summary>Puts it in line.</summary>
    public void Post(Push push) => Post(push, null);

    /// <summary>Is done when all that was posted before has left, or never will.</summary>
    public Task FlushAsync()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(null, sent);
        return sent.Task;
    }

    private void Post(Push? push, TaskCompletionSource? sent)
    {
        lock (gate)
        {
            if (closed || (size += push?.Size ?? 0) > Most)
            {
                sent?.TrySetResult();
                if (!closed) Close(overflow);
                return;
            }

            waiting.Enqueue((push, sent));
            if (sending) return;
            sending = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static outbox => _ = outbox.SendAsync(), this, preferLocal: false);
    }

    private async Task SendAsync()
    {
        while (Next() is var (push, sent))
        {
            try
            {
                if (push is not null) await send(push).ConfigureAwait(false);
            }
            catch (Exception)
            {
                // Whoever is gone has no use for the rest.
                lock (gate) Close(null);
            }

            sent?.TrySetResult();
        }
    }

    private (Push? Push, TaskCompletionSource? Sent)? Next()
    {
        lock (gate)
        {
            sending = waiting.TryDequeue(out var next);
            size -= next.Push?.Size ?? 0;
            return sending ? next : null;
        }
    }

    private void Close(Action? because)
    {
        closed = true;
        foreach (var (_, sent) in waiting) sent?.TrySetResult();
        waiting.Clear();
        because?.Invoke();
    }
}
