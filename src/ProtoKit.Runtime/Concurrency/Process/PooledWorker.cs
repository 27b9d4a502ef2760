using ProtoKit.Sessions;
using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Process;

/// <summary>One worker of a pool: it serves one client at a time.</summary>
internal sealed class PooledWorker(WorkerProcess process, Action<Exception> failed, Action<PooledWorker> gone) : IAsyncDisposable
{
    private static readonly TimeSpan AbortWithin = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan GreetWithin = TimeSpan.FromSeconds(20);

    private readonly TaskCompletionSource greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long born = Environment.TickCount64;
    private volatile Service? current;
    private string? lastWords;
    private volatile bool isGone;
    private int disposed;

    /// <summary>The process has ended, or is about to.</summary>
    public bool IsGone => isGone;

    /// <summary>Nobody wants it any more, so that its end is no news.</summary>
    public bool IsDismissed => Volatile.Read(ref disposed) != 0;

    /// <summary>It came up.</summary>
    public bool HasServed => greeted.Task.IsCompletedSuccessfully;

    public int Id => process.Id;

    /// <summary>How long it has lived.</summary>
    public TimeSpan Age => TimeSpan.FromMilliseconds(Environment.TickCount64 - born);

    /// <summary>Says hello and waits for the answer, which comes when its services are made. Throws <see cref="WorkerFailedException"/> with what it says instead.</summary>
    public Task BeginAsync(string? order)
    {
        process.TrySend(new WorkerMessage { Word = WorkerMessage.Hello, Order = order });
        _ = ListenAsync();
        return greeted.Task.WaitAsync(GreetWithin);
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
            try
            {
                Take(message);
            }
            catch (Exception failure)
            {
                // An observer that throws keeps nobody from hearing the rest.
                failed(failure);
            }
        }

        isGone = true;
        greeted.TrySetException(new WorkerFailedException(lastWords ?? "a worker process ended before it served"));
        if (current is { } left) Die(left);
        gone(this);
    }

    private void Take(WorkerMessage message)
    {
        var service = current;
        switch (message.Word)
        {
            case WorkerMessage.Hello:
                greeted.TrySetResult();
                break;
            case WorkerMessage.Handled:
                service?.Observer.Handled(message.Text ?? "", message.Fault);
                break;
            case WorkerMessage.Failed when service is not null:
                service.Observer.Failed(new RemoteFailureException(message.Text ?? ""));
                break;
            case WorkerMessage.Failed:
                lastWords = message.Text;
                if (HasServed) failed(new RemoteFailureException(message.Text ?? ""));
                break;
            case WorkerMessage.Ended when service is not null:
                current = null;
                var end = new ConversationEnd(message.Text ?? "closed");
                try
                {
                    service.Observer.Ended(end, message.Received, message.Sent);
                }
                finally
                {
                    service.End.TrySetResult(end);
                }

                break;
        }
    }

    private void Die(Service service)
    {
        isGone = true;
        var end = new ConversationEnd("worker-died");
        try
        {
            if (!service.End.Task.IsCompleted) service.Observer.Ended(end, 0, 0);
        }
        catch (Exception failure)
        {
            failed(failure);
        }

        service.End.TrySetResult(end);
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
