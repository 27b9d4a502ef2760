using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>One client at a time: the next is accepted when the last has gone, and waits in the system's queue until then.</summary>
/// <param name="failed">Hears what nobody else would.</param>
internal sealed class IterativeModel(Action<Exception> failed) : IModel
{
    private readonly List<(Loop Loop, Acceptor Acceptor)> listening = [];

    public void Accept(StreamListener listener, IReception reception)
    {
        var loop = new Loop("protokit iterative", new SingleSet(), failed);
        Acceptor? acceptor = null;
        acceptor = new Acceptor(loop, listener, (descriptor, remote) =>
        {
            acceptor!.Suspend();
            _ = ServeAsync(descriptor, remote);
            return false;
        });
        listening.Add((loop, acceptor));
        loop.Post(static acceptor => ((Acceptor)acceptor!).Resume(), acceptor);

        async Task ServeAsync(int descriptor, string remote)
        {
            var admission = reception.Admit(remote);
            if (admission.Refused) Refusal.Say(reception, admission, descriptor);
            else await LoopServing.ServeAsync(loop, reception, admission, descriptor).ConfigureAwait(false);
            loop.Post(static acceptor => ((Acceptor)acceptor!).Resume(), acceptor);
        }
    }

    public async ValueTask CloseAsync()
    {
        foreach (var (loop, acceptor) in listening) await LoopClosing.CloseAsync(loop, [acceptor]).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => LoopClosing.StopAsync([.. listening.Select(one => one.Loop)]);
}
