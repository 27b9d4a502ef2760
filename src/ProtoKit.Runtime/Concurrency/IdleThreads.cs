using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;

namespace ProtoKit.Concurrency;

/// <summary>Threads with a loop each, that are kept a moment after their work in case there is more.</summary>
internal sealed class IdleThreads : IAsyncDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly Action<Exception> failed;
    private readonly Lock gate = new();
    private readonly Stack<(Loop Loop, long Since)> idle = new();
    private readonly HashSet<Loop> all = [];
    private readonly Timer sweeping;
    private bool disposed;

    public IdleThreads(Action<Exception> failed)
    {
        this.failed = failed;
        sweeping = new Timer(static self => ((IdleThreads)self!).EndUnused(), this, Kept, Kept);
    }

    /// <summary>Runs this on a thread that nobody else uses until the task ends, which it does on that thread or, at worst, on another.</summary>
    public Task RunAsync(Func<Loop, Task> work)
    {
        var loop = Take();
        loop.Post(_ => _ = RunAsync(loop, work), null);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await sweeping.DisposeAsync().ConfigureAwait(false);
        Loop[] left;
        lock (gate)
        {
            disposed = true;
            left = [.. all];
            all.Clear();
            idle.Clear();
        }

        await LoopClosing.StopAsync(left).ConfigureAwait(false);
    }

    private async Task RunAsync(Loop loop, Func<Loop, Task> work)
    {
        try
        {
            await work(loop).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            failed(failure);
        }

        lock (gate)
        {
            if (!disposed) idle.Push((loop, Environment.TickCount64));
        }
    }

    private Loop Take()
    {
        lock (gate)
        {
            if (idle.TryPop(out var one)) return one.Loop;
            var loop = new Loop("protokit client", new SingleSet(), failed) { RoomSize = 16 * 1024 };
            all.Add(loop);
            return loop;
        }
    }

    // The one that was used last is taken first, so that those at the bottom are the ones nobody needs.
    private void EndUnused()
    {
        lock (gate)
        {
            var now = Environment.TickCount64;
            var kept = idle.Where(one => now - one.Since < Kept.TotalMilliseconds).Reverse().ToArray();
            if (kept.Length == idle.Count) return;
            foreach (var (loop, _) in idle.Where(one => now - one.Since >= Kept.TotalMilliseconds))
            {
                loop.Stop();
                all.Remove(loop);
            }

            idle.Clear();
            foreach (var one in kept) idle.Push(one);
        }
    }
}
