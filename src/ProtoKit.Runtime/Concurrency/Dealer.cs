using ProtoKit.Concurrency.EventLoop;

namespace ProtoKit.Concurrency;

/// <summary>Decides which loop gets a client: the one that accepted it, unless another has clearly fewer.</summary>
/// <param name="here">The loop that accepts.</param>
/// <param name="loops">All loops.</param>
/// <param name="reception">Whose clients they are.</param>
internal sealed class Dealer(Loop here, Loop[] loops, IReception reception)
{
    // A difference that is not worth waking another thread.
    private const int Slack = 2;

    /// <summary>Serves the client on a loop, soon.</summary>
    public Task ServeAsync(Admission admission, int descriptor)
    {
        var loop = Choose();
        loop.Count(1);
        // Not within this call: the conversation may keep the thread, and others wait to be accepted.
        loop.Post(static arrival => ((Arrival)arrival!).Begin(), new Arrival(loop, reception, admission, descriptor));
        return Task.CompletedTask;
    }

    private Loop Choose()
    {
        var (chosen, most) = (here, here.Clients - Slack - (here.Clients / 8));
        foreach (var loop in loops)
        {
            if (loop.Clients < most) (chosen, most) = (loop, loop.Clients);
        }

        return chosen;
    }

    private sealed class Arrival(Loop loop, IReception reception, Admission admission, int descriptor)
    {
        public void Begin() => _ = LoopServing.ServeAsync(loop, reception, admission, descriptor);
    }
}
