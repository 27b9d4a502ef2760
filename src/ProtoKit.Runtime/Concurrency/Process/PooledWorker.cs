using ProtoKit.Sessions;
using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Process;

/// <summary>One worker of a pool: it serves one client at a time.</summary>
internal sealed class PooledWorker(WorkerProcess process, Action<PooledWorker> gone) : IAsyncDisposable
{
    private static readonly TimeSpan AbortWithin = TimeSpan.FromSeconds(1);

    private volatile Service? current;
    private volatile bool isGone;
    private int disposed;

    /// <summary>The process has ended, or is about to.</summary>
    public bool IsGone => isGone;

    /// <summary>Says hello, and listens.</summary>
    public void Begin(string? order)
    {
        process.TrySend(new WorkerMessage { Word = WorkerMessage.Hello, Order = order });
        _ = ListenAsync();
    }

    /// <summary>Hands the client over, and waits for its end. The descriptor is closed here, whatever becomes of the worker.</summary>
    public async Task<ConversationEnd> ServeAsync(int descriptor, string protocol, Admission admission, bool commands, ConversationOptions options)
    {
        var service = new Service(options.Observer);
        current = service;
        var message = new WorkerMessage
        {
            Word = WorkerMessage.Serve,
            Protocol = protocol,
            Limits = options.Limits,
            Commands = commands,
        };
        var taken = process.TrySend(message, descriptor);
        // Whoever keeps a copy keeps the connection open after the worker has closed it.
        Libc.Close(descriptor);
        if (!taken || isGone) Die(service);
        await using var stop = options.Stopping.UnsafeRegister(_ => process.TrySend(new WorkerMessage { Word = WorkerMessage.Stop }), null).ConfigureAwait(false);
        await using var abort = options.Aborting.UnsafeRegister(_ => Abort(service), null).ConfigureAwait(false);
        return await service.End.Task.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        isGone = true;
        if (Interlocked.Exchange(ref disposed, 1) != 0) return;
        await process.DisposeAsync().ConfigureAwait(false);
    }

    private void Abort(Service service)
    {
        process.TrySend(new WorkerMessage { Word = WorkerMessage.Abort });
        _ = Task.Delay(AbortWithin).ContinueWith(
            _ =>
            {
                if (!service.End.Task.IsCompleted) process.Kill();
            },
            TaskScheduler.Default);
    }

    private async Task ListenAsync()
    {
        var room = new byte[WorkerProcess.LongestPacket];
        while (await process.ReceiveAsync(room).ConfigureAwait(false) is { } message)
        {
            if (current is not { } service) continue;
            switch (message.Word)
            {
                case WorkerMessage.Handled:
                    service.Observer.Handled(message.Text ?? "", message.Fault);
                    break;
                case WorkerMessage.Failed:
                    service.Observer.Failed(new RemoteFailureException(message.Text ?? ""));
                    break;
                case WorkerMessage.Ended:
                    current = null;
                    service.Observer.Ended(new ConversationEnd(message.Text ?? "closed"), message.Received, message.Sent);
                    service.End.TrySetResult(new ConversationEnd(message.Text ?? "closed"));
                    break;
            }
        }

        isGone = true;
        if (current is { } left) Die(left);
        gone(this);
    }

    private void Die(Service service)
    {
        isGone = true;
        var end = new ConversationEnd("worker-died");
        if (service.End.TrySetResult(end)) service.Observer.Ended(end, 0, 0);
    }

    private sealed record Service(ConversationObserver Observer)
    {
        public TaskCompletionSource<ConversationEnd> End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>What failed in a worker process, as it told it.</summary>
/// <param name="text">The exception there.</param>
internal sealed class RemoteFailureException(string text) : Exception(text)
{
    public override string ToString() => Message;
}
