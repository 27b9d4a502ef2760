namespace ProtoKit.Concurrency.Process;

/// <summary>Worker processes that serve one client at a time. Some are kept ready; more are started when they are needed, and end when they are not.</summary>
internal sealed class WorkerPool : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    // Most conversations are shorter than a start: while workers come back, the next one is waited for, though not for long.
    private static readonly TimeSpan Turnover = TimeSpan.FromMilliseconds(20), LongestWait = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(5);

    private readonly WorkerPoolOptions options;
    private readonly Queue<(TaskCompletionSource<PooledWorker> Place, long Since)> waiting = new();
    private readonly SemaphoreSlim starting = new(Environment.ProcessorCount);
    private readonly Lock gate = new();
    private readonly Stack<(PooledWorker Worker, long Since)> idle = new();
    private readonly HashSet<PooledWorker> all = [];
    private readonly CancellationTokenSource closing = new();
    private readonly Timer sweeping;
    private TimeSpan pause = FirstPause;
    private long returned;
    private bool growing;
    private int inStart;

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
            waiting.Enqueue((place, Environment.TickCount64));
            if (growing) return place.Task;
            growing = true;
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
                returned = Environment.TickCount64;
                if (waiting.TryDequeue(out var first)) first.Place.SetResult(worker);
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
            while (waiting.TryDequeue(out var one)) one.Place.TrySetException(new OperationCanceledException("the server has stopped"));
        }

        await Task.WhenAll(left.Select(worker => worker.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    // One of these runs while anybody waits.
    private async Task GrowAsync()
    {
        while (true)
        {
            await Task.Delay(Turnover).ConfigureAwait(false);
            int missing;
            lock (gate)
            {
                growing = waiting.Count > 0 && !closing.IsCancellationRequested;
                if (!growing) return;
                missing = IsMoving() ? 0 : Math.Min(waiting.Count, Environment.ProcessorCount) - inStart;
                if (missing > 0) inStart += missing;
            }

            for (var i = 0; i < missing; i++) _ = AddAsync();
        }
    }

    private bool IsMoving()
    {
        var now = Environment.TickCount64;
        return now - returned <= Turnover.TotalMilliseconds && now - waiting.Peek().Since < LongestWait.TotalMilliseconds;
    }

    private async Task AddAsync()
    {
        try
        {
            Return(await StartInTurnAsync().ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            (TaskCompletionSource<PooledWorker> Place, long Since) first;
            lock (gate) waiting.TryDequeue(out first);
            first.Place?.TrySetException(failure);
        }
        finally
        {
            lock (gate) inStart--;
        }
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
        var worker = new PooledWorker(process, options.Failed, Gone);
        lock (gate) all.Add(worker);
        try
        {
            await worker.BeginAsync(options.Order).ConfigureAwait(false);
            return worker;
        }
        catch
        {
            await worker.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // One that was killed while it was idle is replaced, so that the next client does not wait.
    private void Gone(PooledWorker worker)
    {
        bool missing;
        lock (gate)
        {
            all.Remove(worker);
            missing = worker.HasServed && !closing.IsCancellationRequested && options.Reuses && all.Count < options.Ready;
        }

        if (!worker.IsDismissed && !closing.IsCancellationRequested) options.Warned($"worker {worker.Id} died{(missing ? "; another takes its place" : "")}");
        _ = worker.DisposeAsync().AsTask();
        if (missing) _ = ReplaceAsync(worker.Age);
    }

    // One that dies again and again is not started again and again at once.
    private async Task ReplaceAsync(TimeSpan lived)
    {
        if (lived > LongestPause) pause = FirstPause;
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, closing.Token).ConfigureAwait(false);
                pause = pause < LongestPause ? pause * 2 : LongestPause;
                Return(await StartInTurnAsync().ConfigureAwait(false));
                return;
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception failure)
            {
                options.Failed(failure);
            }
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
/// <param name="Warned">Hears of workers that died.</param>
internal sealed record WorkerPoolOptions(
    WorkerProgram Program, string? Order, int Ready, bool Reuses, Action<Exception> Failed, Action<string> Warned);
