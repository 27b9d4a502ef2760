using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>One client at a time at each listener: the next is accepted when the last has gone, and waits in the system's queue until then.</summary>
/// <param name="failed">Hears what nobody else would.</param>
internal sealed class IterativeModel(Action<Exception> failed) : IModel
{
    private readonly List<(Loop Loop, Intake Intake)> listening = [];

    public void Accept(StreamListener listener, IReception reception) => Begin(loop => new Acceptor(
        loop, listener, reception, (admission, descriptor) => LoopServing.ServeAsync(loop, reception, admission, descriptor))
    {
        IsOneAtATime = true,
    });

    public void Receive(DatagramSocket socket, IReception reception) => Begin(loop => new DatagramIntake(loop, socket, reception)
    {
        IsOneAtATime = true,
    });

    public async ValueTask CloseAsync()
    {
        foreach (var (loop, intake) in listening) await LoopClosing.CloseAsync(loop, [intake]).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => LoopClosing.StopAsync([.. listening.Select(one => one.Loop)]);

    private void Begin(Func<Loop, Intake> create)
    {
        var loop = new Loop("protokit iterative", new SingleSet(), failed);
        var intake = create(loop);
        listening.Add((loop, intake));
        intake.Begin();
    }
}
