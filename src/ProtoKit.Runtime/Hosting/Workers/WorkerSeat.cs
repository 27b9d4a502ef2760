using System.Globalization;
using ProtoKit.Concurrency.Process;

namespace ProtoKit.Hosting.Workers;

/// <summary>One of the workers that share an endpoint, and whoever takes its place when it dies. The sockets are this process's, so that nobody who waits at them is lost.</summary>
internal sealed class WorkerSeat(int index, IReadOnlyList<Place> places, WorkerSeatOptions options)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Steady = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource closing = new();
    private readonly TaskCompletionSource<int> stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WorkerProcess? process;
    private Task running = Task.CompletedTask;
    private TimeSpan pause = FirstPause;

    /// <summary>Starts the first worker and waits until it accepts.</summary>
    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = await BeginAsync().ConfigureAwait(false);
        running = KeepAsync(process, ready);
        await ready.Task.WaitAsync(ReadyWithin).ConfigureAwait(false);
    }

    /// <summary>Drains it. Answers how many connections had to be broken off.</summary>
    public async Task<int> StopAsync(TimeSpan drain)
    {
        await closing.CancelAsync().ConfigureAwait(false);
        if (process is not { } last) return 0;
        if (!last.TrySend(new WorkerMessage { Word = WorkerMessage.Stop, Drain = drain })) stopped.TrySetResult(0);
        var longest = drain == Timeout.InfiniteTimeSpan ? drain : drain + TimeSpan.FromSeconds(3);
        await Task.WhenAny(running, Task.Delay(longest)).ConfigureAwait(false);
        last.Kill();
        await running.ConfigureAwait(false);
        return stopped.Task.IsCompleted ? await stopped.Task.ConfigureAwait(false) : 0;
    }

    private async Task<WorkerProcess> BeginAsync()
    {
        var started = await WorkerProcess.StartAsync(options.Program, closing.Token).ConfigureAwait(false);
        started.TrySend(new WorkerMessage { Word = WorkerMessage.Hello, Order = options.Order });
        foreach (var place in places)
        {
            var message = new WorkerMessage { Word = WorkerMessage.Listen, Protocol = place.Service.Name, Url = place.Endpoint.ToString(), Limits = Share(place.Limits) };
            started.TrySend(message, DescriptorOf(place));
        }

        started.TrySend(new WorkerMessage { Word = WorkerMessage.Start, Model = options.Model, Commands = options.Observer.HearsCommands });
        return started;
    }

    // Each sees only its own clients, so each may have its part of the whole.
    private Limits Share(Limits limits) => limits.MaxConnections is not > 0 ? limits : limits with
    {
        MaxConnections = (limits.MaxConnections + options.Count - 1) / options.Count,
    };

    private int DescriptorOf(Place place) => place.Datagrams.Count > 0
        ? (int)place.Datagrams[index % place.Datagrams.Count].Handle
        : place.Streams[index % place.Streams.Count].Descriptor;

    private async Task KeepAsync(WorkerProcess first, TaskCompletionSource ready)
    {
        var current = first;
        while (true)
        {
            var since = Environment.TickCount64;
            var ears = new WorkerEars(options, ready, stopped);
            await ears.ListenAsync(current).ConfigureAwait(false);
            var id = current.Id;
            await current.DisposeAsync().ConfigureAwait(false);
            if (closing.IsCancellationRequested) stopped.TrySetResult(ears.LeftBehind);
            ready.TrySetException(new WorkerFailedException(ears.LastWords ?? "a worker process ended before it served"));
            if (closing.IsCancellationRequested) return;
            options.Observer.Warned(string.Create(CultureInfo.InvariantCulture, $"worker {id} died; another takes its place"));
            if (await ReplaceAsync(steady: Environment.TickCount64 - since > Steady.TotalMilliseconds).ConfigureAwait(false) is not { } next) return;
            process = current = next;
            // Whoever stopped meanwhile has stopped the one before.
            if (closing.IsCancellationRequested) next.Kill();
        }
    }

    // One that dies again and again is not started again and again at once.
    private async Task<WorkerProcess?> ReplaceAsync(bool steady)
    {
        if (steady) pause = FirstPause;
        while (!closing.IsCancellationRequested)
        {
            try
            {
                if (!steady) await Task.Delay(pause, closing.Token).ConfigureAwait(false);
                pause = pause < LongestPause ? pause * 2 : LongestPause;
                return await BeginAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
            catch (Exception failure)
            {
                steady = false;
                options.Observer.Failed(failure);
            }
        }

        return null;
    }
}

/// <summary>What the workers of a group go by.</summary>
/// <param name="Program">What to start.</param>
/// <param name="Order">What the tool told the server, for workers that make their services from it.</param>
/// <param name="Model">Who runs the conversations there.</param>
/// <param name="Count">How many workers there are.</param>
/// <param name="Connections">Counts their connections here.</param>
/// <param name="Observer">Hears what happens there.</param>
internal sealed record WorkerSeatOptions(
    WorkerProgram Program, string? Order, ConcurrencyModel Model, int Count, ConnectionCount Connections, ServerObserver Observer);
