using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>All clients on one thread: poll, select and epoll, which differ in nothing but how they learn which sockets are ready.</summary>
internal sealed class LoopModel : IModel
{
    private readonly Loop loop;
    private readonly List<Acceptor> acceptors = [];

    public LoopModel(string name, IReadinessSet set, Action<Exception> failed) => loop = new Loop($"protokit {name}", set, failed);

    public void Accept(StreamListener listener, IReception reception)
    {
        var acceptor = new Acceptor(loop, listener, (descriptor, remote) => Take(reception, descriptor, remote));
        acceptors.Add(acceptor);
        loop.Post(static acceptor => ((Acceptor)acceptor!).Resume(), acceptor);
    }

    public ValueTask CloseAsync() => LoopClosing.CloseAsync(loop, acceptors);

    public ValueTask DisposeAsync() => LoopClosing.StopAsync([loop]);

    private bool Take(IReception reception, int descriptor, string remote)
    {
        var admission = reception.Admit(remote, canHold: descriptor < loop.Set.Capacity);
        if (admission.Refused) Refusal.Say(reception, admission, descriptor);
        else _ = LoopServing.ServeAsync(loop, reception, admission, descriptor);
        return true;
    }
}
