namespace ProtoKit.Concurrency.Process;

/// <summary>Worker processes that serve one client at a time. Some are kept ready; more are started when they are needed, and end when they are not.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BusyFor = TimeSpan.FromMilliseconds(20);

    private readonly WorkerPoolOptions options;
    private readonly Queue<TaskCompletionSource<PooledWorker>> waiting = new();
    private readonly SemaphoreSlim starting = new(Environment.ProcessorCount);
    private readonly Lock gate = new();
    private readonly Stack<(PooledWorker Worker, long Since)> idle = new();
    private readonly HashSet<PooledWorker> all = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Timer sweeping;

    public WorkerPool(WorkerPoolOptions options)
    {
        this.options = options;
        sweeping = new Timer(static self => ((WorkerPool)self!).EndUnused(), this, Kept, Kept);
    }

    /// <summary>Starts those that are kept ready; the first failure is the caller's.</summary>
    public async Task WarmUpAsync()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, options.Ready).Select(_ => StartAsync())).ConfigureAwait(false);
        foreach (var worker in started) Return(worker);
    }

    /// <summary>A worker that nobody else uses.</summary>
    public Task<PooledWorker> TakeAsync()
    {
        if (!options.Reuses) return StartInTurnAsync();
        TaskCompletionSource<PooledWorker> place;
        lock (gate)
        {
            while (idle.TryPop(out var one))
            {
                if (!one.Worker.IsGone) return Task.FromResult(one.Worker);
            }

            place = new TaskCompletionSource<PooledWorker>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(place);
        }

        _ = GrowAsync();
        return place.Task;
    }

    /// <summary>Takes a worker back, or lets it end.</summary>
    public void Return(PooledWorker worker)
    {
        lock (gate)
        {
            if (!worker.IsGone && !closing.IsCancellationRequested && options.Reuses)
            {
                if (waiting.TryDequeue(out var place)) place.SetResult(worker);
                else idle.Push((worker, Environment.TickCount64));
                return;
            }
        }

        _ = worker.DisposeAsync().AsTask();
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await sweeping.DisposeAsync().ConfigureAwait(false);
        PooledWorker[] left;
        lock (gate)
        {
            left = [.. all];
            while (waiting.TryDequeue(out var place)) place.TrySetException(new OperationCanceledException("the server has stopped"));
        }

        await Task.WhenAll(left.Select(worker => worker.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    // Most conversations are shorter than a start, so a worker that is busy may be free before a new one is there. Each who waits brings one of these, and
    // whoever has waited longest gets what it starts: so it asks whether anybody waits, and not whether the one who brought it does.
    private async Task GrowAsync()
    {
        try
        {
            await Task.Delay(BusyFor, closing.Token).ConfigureAwait(false);
            if (!AnybodyWaits()) return;
            await starting.WaitAsync(closing.Token).ConfigureAwait(false);
            try
            {
                if (AnybodyWaits()) Return(await StartAsync().ConfigureAwait(false));
            }
            finally
            {
                starting.Release();
            }
        }
        catch (Exception failure)
        {
            TaskCompletionSource<PooledWorker>? first;
            lock (gate) waiting.TryDequeue(out first);
            first?.TrySetException(failure);
        }
    }

    private bool AnybodyWaits()
    {
        lock (gate) return waiting.Count > 0;
    }

    // Starting is computing: more of it at once than there are cores makes all of it later.
    private async Task<PooledWorker> StartInTurnAsync()
    {
        await starting.WaitAsync(closing.Token).ConfigureAwait(false);
        try
        {
            return await StartAsync().ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<PooledWorker> StartAsync()
    {
        var process = await WorkerProcess.StartAsync(options.Program, closing.Token).ConfigureAwait(false);
        var worker = new PooledWorker(process, Gone);
        lock (gate) all.Add(worker);
        worker.Begin(options.Order);
        return worker;
    }

    // One that was killed while it was idle is replaced, so that the next client does not wait.
    private void Gone(PooledWorker worker)
    {
        bool missing;
        lock (gate)
        {
            all.Remove(worker);
            missing = !closing.IsCancellationRequested && options.Reuses && all.Count < options.Ready;
        }

        _ = worker.DisposeAsync().AsTask();
        if (missing) _ = ReplaceAsync();
    }

    private async Task ReplaceAsync()
    {
        try
        {
            Return(await StartAsync().ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // The next client's start tells whether it lasts.
            if (!closing.IsCancellationRequested) options.Failed(failure);
        }
    }

    // The one that was used last is taken first, so that those at the bottom are the ones nobody needs.
    private void EndUnused()
    {
        List<PooledWorker> unused = [];
        lock (gate)
        {
            var now = Environment.TickCount64;
            var kept = new Stack<(PooledWorker Worker, long Since)>();
            var spare = all.Count - options.Ready;
            foreach (var one in idle.Reverse())
            {
                if (spare > 0 && now - one.Since >= Kept.TotalMilliseconds && spare-- > 0) unused.Add(one.Worker);
                else kept.Push(one);
            }

            idle.Clear();
            foreach (var one in kept.Reverse()) idle.Push(one);
        }

        foreach (var worker in unused) _ = worker.DisposeAsync().AsTask();
    }
}

/// <summary>What a pool goes by.</summary>
/// <param name="Program">What to start.</param>
/// <param name="Order">What the tool told the server, for workers that make their services from it.</param>
/// <param name="Ready">Workers that are kept ready.</param>
/// <param name="Reuses">A worker serves one client after the other; false: each ends with its client.</param>
/// <param name="Failed">Hears what nobody else would.</param>
internal sealed record WorkerPoolOptions(WorkerProgram Program, string? Order, int Ready, bool Reuses, Action<Exception> Failed);
