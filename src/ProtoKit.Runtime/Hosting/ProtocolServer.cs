using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ProtoKit.Hosting;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Transports.Tcp;

namespace ProtoKit;

/// <summary>Listens and serves: start, stop, drain. One server may listen at several endpoints, for several protocols.</summary>
/// <example><code>
/// await using var server = new ProtocolServer();
/// server.Listen("tcp://127.0.0.1:0", Ftp.Service(() => new FileServer(library)));
/// server.Start();
/// Console.WriteLine(server.Listeners[0].Endpoint);
/// </code></example>
public sealed class ProtocolServer : IAsyncDisposable
{
    private readonly List<(Endpoint Endpoint, ProtocolService Service, Limits? Limits)> asked = [];
    private readonly List<(TcpListener Listener, Task Accepting)> listening = [];
    private readonly ConcurrentDictionary<long, Task> connections = new();
    private readonly CancellationTokenSource closing = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private long lastConnection;

    /// <summary>The clock of every time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears what happens; null: nobody does.</summary>
    public ServerObserver Observer { get; init; } = new();

    /// <summary>What the server listens at, with the real ports. Empty until it has started.</summary>
    public IReadOnlyList<(string Protocol, Endpoint Endpoint)> Listeners { get; private set; } = [];

    /// <summary>Connections that are served now.</summary>
    public int ConnectionCount => connections.Count;

    /// <summary>Adds an endpoint, before the start. Throws <see cref="FormatException"/> when the URL is none.</summary>
    /// <param name="url">Such as <c>tcp://127.0.0.1:2121</c>; port 0 lets the system pick.</param>
    /// <param name="service">The protocol with its handlers.</param>
    /// <param name="limits">Instead of the protocol's own.</param>
    public void Listen(string url, ProtocolService service, Limits? limits = null) => asked.Add((Endpoint.Parse(url), service, limits));

    /// <summary>Binds every endpoint, then serves. Throws <see cref="ListenException"/> when one cannot be had; then none is bound.</summary>
    public void Start()
    {
        var bound = new List<(TcpListener Listener, ProtocolService Service, Limits? Limits)>();
        foreach (var (endpoint, service, limits) in asked)
        {
            try
            {
                bound.Add((TcpListener.Listen(endpoint), service, limits));
            }
            catch (System.Net.Sockets.SocketException failure)
            {
                foreach (var (listener, _, _) in bound) listener.Dispose();
                throw new ListenException(endpoint, failure);
            }
        }

        Listeners = [.. bound.Select(one => (one.Service.Name, one.Listener.Endpoint))];
        foreach (var (listener, service, limits) in bound) listening.Add((listener, Task.Run(() => AcceptAsync(listener, service, At(listener, limits ?? service.Limits)))));
    }

    /// <summary>
    /// Stops: accepts no more, lets every connection finish its command, and after <paramref name="drain"/> (unless said, the limits' own) breaks off
    /// those that have not. Answers how many had to be broken off.
    /// </summary>
    public async Task<int> StopAsync(TimeSpan? drain = null)
    {
        await closing.CancelAsync().ConfigureAwait(false);
        foreach (var (listener, accepting) in listening)
        {
            listener.Dispose();
            await accepting.ConfigureAwait(false);
        }

        await stopping.CancelAsync().ConfigureAwait(false);
        if (await EndWithinAsync(drain ?? LongestDrain()).ConfigureAwait(false)) return 0;
        var left = connections.Count;
        await aborting.CancelAsync().ConfigureAwait(false);
        await EndWithinAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        return left;
    }

    /// <summary>Serves until the process is interrupted (SIGINT) or told to end (SIGTERM), then stops; the second time, at once.</summary>
    public async Task UntilInterruptedAsync(TimeSpan? drain = null)
    {
        var asked = new TaskCompletionSource();
        void Ask(PosixSignalContext signal) => signal.Cancel = asked.TrySetResult();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        await asked.Task.ConfigureAwait(false);
        await StopAsync(drain).ConfigureAwait(false);
    }

    /// <summary>Breaks off what is left.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero).ConfigureAwait(false);

    private async Task<bool> EndWithinAsync(TimeSpan time)
    {
        var all = Task.WhenAll(connections.Values);
        try
        {
            await all.WaitAsync(time, Clock).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return connections.IsEmpty;
        }
    }

    private async Task AcceptAsync(TcpListener listener, ProtocolService service, Limits limits)
    {
        while (await listener.AcceptAsync(closing.Token).ConfigureAwait(false) is var (pipe, remote))
        {
            var id = Interlocked.Increment(ref lastConnection);
            var full = limits.MaxConnections >= 0 && connections.Count >= limits.MaxConnections;
            // It is listed before it runs, or a quick one would be struck off first and stay for ever.
            var serving = new Task<Task>(() => ServeAsync(id, pipe, remote, service, limits, full));
            connections[id] = serving.Unwrap();
            serving.Start(TaskScheduler.Default);
        }
    }

    private static Limits At(TcpListener listener, Limits limits) =>
        limits.FirstCommand is null && listener.Endpoint.IsLoopback ? limits with { FirstCommand = Limits.FirstCommandHere } : limits;

    private TimeSpan LongestDrain()
    {
        var drains = asked.Select(one => (one.Limits ?? one.Service.Limits).Drain).DefaultIfEmpty(Limits.Default.Drain).ToList();
        return drains.Contains(Timeout.InfiniteTimeSpan) ? Timeout.InfiniteTimeSpan : drains.Max();
    }

    private async Task ServeAsync(long id, SocketPipe pipe, string remote, ProtocolService service, Limits limits, bool full)
    {
        try
        {
            await using (pipe.ConfigureAwait(false))
            {
                var observer = Observer.Opened(id, service.Name, remote);
                Observer.Closed(id, await ConverseAsync(pipe, service, limits, full, observer).ConfigureAwait(false));
            }
        }
        finally
        {
            connections.TryRemove(id, out _);
        }
    }

    private async Task<ConversationEnd> ConverseAsync(SocketPipe pipe, ProtocolService service, Limits limits, bool full, ConversationObserver observer)
    {
        var options = new ConversationOptions
        {
            Limits = limits,
            Clock = Clock,
            Stopping = stopping.Token,
            Aborting = aborting.Token,
            Observer = observer,
            Refusal = full ? FaultKind.MaxConnections : FaultKind.None,
        };
        try
        {
            return await service.ServeAsync(pipe, options).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // Only what the server's own constructor or the runtime throws ends here; the listener goes on either way.
            observer.Failed(failure);
            return new ConversationEnd("internal", failure);
        }
    }
}

/// <summary>An endpoint cannot be listened at.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="because">What the system said.</param>
public sealed class ListenException(Endpoint endpoint, System.Net.Sockets.SocketException because)
    : IOException($"cannot listen at {endpoint}: {because.Message}", because)
{
    /// <summary>The endpoint.</summary>
    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>What the system said.</summary>
    public System.Net.Sockets.SocketError Error { get; } = because.SocketErrorCode;
}
