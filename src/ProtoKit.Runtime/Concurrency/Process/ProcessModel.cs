using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Sessions;
using ProtoKit.Transports.Native;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency.Process;

/// <summary>
/// A process for each client: this one accepts, a worker serves. What a worker does to itself is its client's trouble only; handlers share nothing, so
/// what must happen once has to be decided by what the processes share, the file system.
/// </summary>
internal sealed class ProcessModel : IModel
{
    private readonly WorkerPool pool;
    private readonly Loop accepting;
    private readonly List<Intake> acceptors = [];
    private readonly bool commands;

    /// <summary>Starts the workers that are kept ready. Throws <see cref="WorkerFailedException"/> when the program is no worker.</summary>
    /// <param name="options">The pool's.</param>
    /// <param name="commands">Somebody wants to hear of every command.</param>
    public ProcessModel(WorkerPoolOptions options, bool commands)
    {
        this.commands = commands;
        pool = new WorkerPool(options);
        try
        {
            Task.Run(pool.WarmUpAsync).GetAwaiter().GetResult();
        }
        catch
        {
            Task.Run(async () => await pool.DisposeAsync().ConfigureAwait(false)).GetAwaiter().GetResult();
            throw;
        }

        accepting = new Loop("protokit accept", new EpollSet(), options.Failed);
    }

    public void Accept(StreamListener listener, IReception reception)
    {
        var acceptor = new Acceptor(accepting, listener, reception, (admission, descriptor) => Task.Run(
            () => reception.ServeAsync(admission, descriptor, (descriptor, service, options) => ServeAsync(descriptor, service.Name, admission, options))));
        acceptors.Add(acceptor);
        acceptor.Begin();
    }

    // A worker that holds the socket does, and WorkerGroup keeps one.
    public void Receive(DatagramSocket socket, IReception reception) => throw new NotSupportedException("datagrams are received by a worker");

    public ValueTask CloseAsync() => LoopClosing.CloseAsync(accepting, acceptors);

    public async ValueTask DisposeAsync()
    {
        await LoopClosing.StopAsync([accepting]).ConfigureAwait(false);
        await pool.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<ConversationEnd> ServeAsync(int descriptor, string protocol, Admission admission, ConversationOptions options)
    {
        PooledWorker worker;
        try
        {
            worker = await pool.TakeAsync().ConfigureAwait(false);
        }
        catch
        {
            Libc.Close(descriptor);
            throw;
        }

        try
        {
            return await worker.ServeAsync(descriptor, protocol, admission, commands, options).ConfigureAwait(false);
        }
        finally
        {
            pool.Return(worker);
        }
    }
}
