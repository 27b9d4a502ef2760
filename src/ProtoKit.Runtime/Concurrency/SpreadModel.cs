using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>
/// Coroutines on Linux: conversations go on inside the loop that their socket wakes, one loop for each processor that the process may use, and each
/// connection stays on its loop. A handler that awaits something else goes on on the thread pool, and its conversation comes back when it next waits for its
/// peer. A handler that blocks loses its loop to another thread (<see cref="Watchdog"/>).
/// </summary>
internal sealed class SpreadModel : IModel
{
    private readonly Watchdog watchdog;
    private readonly Loop[] loops;
    private readonly List<(Loop Loop, Intake Intake)> accepting = [];
    private readonly AsyncModel datagrams = new();

    /// <summary>Starts a loop for each processor.</summary>
    /// <param name="failed">Hears what nobody else would.</param>
    public SpreadModel(Action<Exception> failed)
        : this(new Watchdog(failed), Environment.ProcessorCount, failed)
    {
    }

    /// <summary>Starts the loops.</summary>
    /// <param name="watchdog">Looks after them.</param>
    /// <param name="count">How many.</param>
    /// <param name="failed">Hears what nobody else would.</param>
    public SpreadModel(Watchdog watchdog, int count, Action<Exception> failed)
    {
        this.watchdog = watchdog;
        loops = new Loop[count];
        for (var i = 0; i < count; i++) loops[i] = new Loop(new EpollSet(), watchdog, failed);
    }

    /// <summary>How often a loop was given to another thread.</summary>
    public int Thefts => watchdog.Thefts;

    public void Accept(StreamListener listener, IReception reception)
    {
        foreach (var loop in loops)
        {
            var dealer = new Dealer(loop, loops, reception);
            var acceptor = new Acceptor(loop, listener, reception, dealer.ServeAsync) { IsShared = loops.Length > 1 };
            accepting.Add((loop, acceptor));
            acceptor.Begin();
        }
    }

    public void Receive(DatagramSocket socket, IReception reception) => datagrams.Receive(socket, reception);

    public async ValueTask CloseAsync()
    {
        await datagrams.CloseAsync().ConfigureAwait(false);
        foreach (var (loop, intake) in accepting) await LoopClosing.CloseAsync(loop, [intake]).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await datagrams.DisposeAsync().ConfigureAwait(false);
        await LoopClosing.StopAsync(loops).ConfigureAwait(false);
    }
}
