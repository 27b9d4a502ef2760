using System.Net.Sockets;
using ProtoKit.Concurrency;
using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Process;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Hosting.Workers;

/// <summary>A worker process from its first packet to its last. Its server's end is its own.</summary>
internal sealed class WorkerSide(WorkerLink link, Func<string?, IReadOnlyList<ProtocolService>> create) : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private readonly List<Place> places = [];
    private IReadOnlyList<ProtocolService> services = [];
    private LocalServing? serving;
    private Loop? loop;

    /// <summary>Obeys until the server is gone.</summary>
    public void Run()
    {
        try
        {
            while (link.Receive(out var descriptor) is { } message) Take(message, descriptor);
        }
        catch (Exception failure)
        {
            link.Send(new WorkerMessage { Word = WorkerMessage.Failed, Text = failure.Message });
        }
    }

    public void Dispose()
    {
        stopping.Dispose();
        aborting.Dispose();
        link.Dispose();
    }

    private void Take(WorkerMessage message, int descriptor)
    {
        switch (message.Word)
        {
            case WorkerMessage.Hello:
                services = create(message.Order);
                link.Send(new WorkerMessage { Word = WorkerMessage.Hello });
                break;
            case WorkerMessage.Serve:
                loop ??= new Loop("protokit client", new SingleSet(), failure => link.Send(new WorkerMessage { Word = WorkerMessage.Failed, Text = failure.ToString() }));
                loop.Post(_ => _ = ServeAsync(message, descriptor), null);
                break;
            case WorkerMessage.Listen:
                places.Add(PlaceOf(message, new SafeSocketHandle(descriptor, ownsHandle: true)));
                break;
            case WorkerMessage.Start:
                Start(message);
                break;
            case WorkerMessage.Stop when serving is not null:
                _ = StopAsync(serving, message.Drain);
                break;
            case WorkerMessage.Stop:
                _ = stopping.CancelAsync();
                break;
            case WorkerMessage.Abort:
                _ = aborting.CancelAsync();
                break;
        }
    }

    // On the one thread that serves: whatever a handler awaits brings it back there.
    private async Task ServeAsync(WorkerMessage message, int descriptor)
    {
        var hears = new LinkConversation(link, 0, message.Commands);
        // The end is told when the connection is closed: then the worker is free for the next.
        var last = new LastWord(hears);
        using var connection = new Channel(descriptor);
        try
        {
            var pipe = new LoopConnection(loop!, connection);
            await using (pipe.ConfigureAwait(false))
            {
                await Named(message.Protocol).ServeAsync(pipe, new ConversationOptions
                {
                    Limits = message.Limits,
                    Stopping = stopping.Token,
                    Aborting = aborting.Token,
                    Observer = last,
                }).ConfigureAwait(false);
            }
        }
        catch (Exception failure)
        {
            hears.Failed(failure);
        }

        last.Say();
    }

    private Place PlaceOf(WorkerMessage message, SafeSocketHandle handle)
    {
        var endpoint = Endpoint.Parse(message.Url!);
        var service = Named(message.Protocol);
        return endpoint.Scheme == "udp"
            ? new Place(endpoint, service, message.Limits!, [], [DatagramSocket.Adopt(handle)])
            : new Place(endpoint, service, message.Limits!, [new StreamListener(new Socket(handle) { Blocking = true }, endpoint)], []);
    }

    private void Start(WorkerMessage message)
    {
        var observer = new LinkObserver(link, message.Commands);
        serving = new LocalServing(Models.Create(message.Model, observer.Failed), places, new ConnectionCount(), observer, TimeProvider.System);
        link.Send(new WorkerMessage { Word = WorkerMessage.Ready });
    }

    private async Task StopAsync(LocalServing local, TimeSpan drain)
    {
        var broken = await local.StopAsync(drain).ConfigureAwait(false);
        link.Send(new WorkerMessage { Word = WorkerMessage.Stopped, Broken = broken });
        link.Hang();
    }

    private ProtocolService Named(string? protocol) => services.FirstOrDefault(service => service.Name == protocol)
        ?? throw new InvalidOperationException($"this worker was given no service for '{protocol}'; ProtocolWorker.ServeAsync takes all that the server listens for");
}
