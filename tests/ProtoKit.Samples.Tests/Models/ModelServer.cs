using System.Collections.Concurrent;
using ProtoKit;
using ProtoKit.Hosting;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Worker;

namespace Samples.Tests.Models;

/// <summary>A server in this process, under one model, at one transport. Its workers, if it has any, are tests/ProtoKit.Worker.</summary>
internal sealed class ModelServer : IAsyncDisposable
{
    private readonly Witness witness = new();
    private int dialled;

    /// <summary>Starts it.</summary>
    /// <param name="model">The model.</param>
    /// <param name="protocol">Any of the workbench.</param>
    /// <param name="transport">tcp, tcp6, unix, udp, or a whole URL.</param>
    /// <param name="limits">Changes the protocol's limits.</param>
    /// <param name="workers">Worker processes.</param>
    /// <param name="fresh">By process, one for each client.</param>
    /// <param name="reply">What echo-classic answers.</param>
    public ModelServer(
        ConcurrencyModel model, string protocol, string transport = "tcp", Func<Limits, Limits>? limits = null, int workers = 0, bool fresh = false,
        ClassicReply reply = ClassicReply.Echo)
    {
        var service = new Workbench(() => Library.Files, reply.ToString()).Named(protocol);
        Server = new ProtocolServer
        {
            Model = model,
            Workers = workers,
            FreshProcesses = fresh,
            Worker = new WorkerProgram("dotnet", [Path.Combine(AppContext.BaseDirectory, "ProtoKit.Worker.dll"), Library.Root, reply.ToString()]),
            Observer = witness,
        };
        Server.Listen(UrlOf(transport), service, limits?.Invoke(service.Limits));
        try
        {
            Server.Start();
        }
        catch
        {
            Library.Dispose();
            throw;
        }
    }

    public ProtocolServer Server { get; }

    public FreshLibrary Library { get; } = new();

    public Endpoint Endpoint => Server.Listeners[0].Endpoint;

    /// <summary>The words for how conversations ended, so far.</summary>
    public IReadOnlyCollection<string> Ends => witness.Ends;

    public Task<Peer> ConnectAsync()
    {
        Interlocked.Increment(ref dialled);
        return Peer.ConnectAsync(Endpoint);
    }

    /// <summary>The process and the thread that serve this client of a desk.</summary>
    public static async Task<(int Process, int Thread)> WhereAsync(Peer peer, string question = "WHERE")
    {
        var words = (await peer.AskLineAsync(question)).Split(' ');
        return (int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>All who connected were accepted, and nobody is there any more: who left at once may still wait to be accepted.</summary>
    public Task EmptiesAsync() => Soon.IsAsync(() => witness.Arrived >= Volatile.Read(ref dialled) && Server.ConnectionCount == 0, "everybody has come and gone");

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Library.Dispose();
    }

    private static string UrlOf(string transport) => transport switch
    {
        "tcp" => "tcp://127.0.0.1:0",
        "tcp6" => "tcp://[::1]:0",
        "udp" => "udp://127.0.0.1:0",
        "unix" => $"unix:{Path.Combine(Path.GetTempPath(), $"pk-{Guid.NewGuid():N}")}",
        _ => transport,
    };

    private sealed class Witness : ServerObserver
    {
        private int opened;

        public ConcurrentQueue<string> Ends { get; } = new();

        public int Arrived => Volatile.Read(ref opened);

        public override bool HearsCommands => false;

        public override ConversationObserver Opened(long connection, string protocol, string remote)
        {
            Interlocked.Increment(ref opened);
            return ConversationObserver.Silent;
        }

        public override void Closed(long connection, ConversationEnd end) => Ends.Enqueue(end.Token);
    }
}
