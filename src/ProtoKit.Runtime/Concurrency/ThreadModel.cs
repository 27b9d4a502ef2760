using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>A thread for each client. One whose client has gone waits a while for another: a new thread costs more than most conversations.</summary>
internal sealed class ThreadModel : IModel
{
    private readonly Action<Exception> failed;
    private readonly IdleThreads idle;
    private readonly List<(Loop Loop, Acceptor Acceptor)> listening = [];

    public ThreadModel(Action<Exception> failed) => (this.failed, idle) = (failed, new IdleThreads(failed));

    public void Accept(StreamListener listener, IReception reception)
    {
        var loop = new Loop("protokit accept", new SingleSet(), failed);
        var acceptor = new Acceptor(loop, listener, (descriptor, remote) =>
        {
            Take(reception, descriptor, remote);
            return true;
        });
        listening.Add((loop, acceptor));
        loop.Post(static acceptor => ((Acceptor)acceptor!).Resume(), acceptor);
    }

    public async ValueTask CloseAsync()
    {
        foreach (var (loop, acceptor) in listening) await LoopClosing.CloseAsync(loop, [acceptor]).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await LoopClosing.StopAsync([.. listening.Select(one => one.Loop)]).ConfigureAwait(false);
        await idle.DisposeAsync().ConfigureAwait(false);
    }

    private void Take(IReception reception, int descriptor, string remote)
    {
        var admission = reception.Admit(remote);
        if (admission.Refused) Refusal.Say(reception, admission, descriptor);
        else idle.Run(async thread => await LoopServing.ServeAsync(thread, reception, admission, descriptor).ConfigureAwait(false));
    }
}
