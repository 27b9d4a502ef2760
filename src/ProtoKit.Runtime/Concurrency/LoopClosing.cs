using ProtoKit.Concurrency.EventLoop;

namespace ProtoKit.Concurrency;

/// <summary>The end of loops and of what accepts on them.</summary>
internal static class LoopClosing
{
    // A thread that sits in somebody's handler cannot be ended; it goes with the process.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Closes what takes clients in, on its loop's thread. A loop that is stuck in a handler accepts nobody either.</summary>
    public static async ValueTask CloseAsync(Loop loop, IReadOnlyList<Intake> intakes)
    {
        if (loop.HasStopped) return;
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        loop.Post(
            _ =>
            {
                foreach (var intake in intakes) intake.Close();
                closed.TrySetResult();
            },
            null);
        await Task.WhenAny(closed.Task, Task.Delay(Patience)).ConfigureAwait(false);
    }

    /// <summary>Ends the loops' threads.</summary>
    public static async ValueTask StopAsync(IReadOnlyList<Loop> loops)
    {
        foreach (var loop in loops) loop.Stop();
        if (loops.Any(loop => loop.IsCurrent)) return;
        await Task.Run(() =>
        {
            foreach (var loop in loops) loop.Join(Patience);
        }).ConfigureAwait(false);
    }
}
