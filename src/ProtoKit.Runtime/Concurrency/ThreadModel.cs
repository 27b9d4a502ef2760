using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>
/// A thread for each client, or datagram. One whose client has gone waits a while for another: a new thread costs more than most conversations. One more
/// thread accepts.
/// </summary>
internal sealed class ThreadModel(Action<Exception> failed) : IModel
{
    private readonly IdleThreads threads = new(failed);
    private readonly Loop accepting = new("protokit accept", new EpollSet(), failed);
    private readonly List<Intake> intakes = [];

    public void Accept(StreamListener listener, IReception reception) => Begin(new Acceptor(
        accepting, listener, reception, (admission, descriptor) =>
            threads.RunAsync(thread => LoopServing.ServeAsync(thread, reception, admission, descriptor))));

    public void Receive(DatagramSocket socket, IReception reception) =>
        Begin(new DatagramIntake(accepting, socket, reception, answer => threads.RunAsync(_ => answer())));

    public ValueTask CloseAsync() => LoopClosing.CloseAsync(accepting, intakes);

    public async ValueTask DisposeAsync()
    {
        await LoopClosing.StopAsync([accepting]).ConfigureAwait(false);
        await threads.DisposeAsync().ConfigureAwait(false);
    }

    private void Begin(Intake intake)
    {
        intakes.Add(intake);
        intake.Begin();
    }
}
