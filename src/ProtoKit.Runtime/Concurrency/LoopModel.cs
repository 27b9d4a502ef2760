using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>All clients on one thread: poll, select and epoll, which differ in nothing but how they learn which sockets are ready.</summary>
internal sealed class LoopModel(string name, IReadinessSet set, Action<Exception> failed) : IModel
{
    private readonly Loop loop = new($"protokit {name}", set, failed);
    private readonly List<Intake> intakes = [];

    public void Accept(StreamListener listener, IReception reception) => Begin(new Acceptor(
        loop, listener, reception, (admission, descriptor) => LoopServing.ServeAsync(loop, reception, admission, descriptor))
    {
        Capacity = Math.Min(loop.Set.Capacity, Descriptors.ForClients),
    });

    public void Receive(DatagramSocket socket, IReception reception) => Begin(new DatagramIntake(loop, socket, reception));

    public ValueTask CloseAsync() => LoopClosing.CloseAsync(loop, intakes);

    public ValueTask DisposeAsync() => LoopClosing.StopAsync([loop]);

    private void Begin(Intake intake)
    {
        if (intake.Descriptor >= loop.Set.Capacity)
            throw new TransportException($"{name}(2) has no place for descriptor {intake.Descriptor} of a process with so many open files; epoll has");
        intakes.Add(intake);
        intake.Begin();
    }
}
