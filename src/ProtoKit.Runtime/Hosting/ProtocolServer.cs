using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProtoKit.Concurrency;
using ProtoKit.Hosting;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Transports.Streams;

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
    private readonly List<StreamListener> listening = [];
    private readonly ConnectionCount connections = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private IModel? model;

    /// <summary>Who runs the conversations.</summary>
    public ConcurrencyModel Model { get; init; }

    /// <summary>The clock of every time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears what happens; null: nobody does.</summary>
    public ServerObserver Observer { get; init; } = new();

    /// <summary>What the server listens at, with the real ports. Empty until it has started.</summary>
    public IReadOnlyList<(string Protocol, Endpoint Endpoint)> Listeners { get; private set; } = [];

    /// <summary>Connections that are served now.</summary>
    public int ConnectionCount => connections.Now;

    /// <summary>Adds an endpoint, before the start. Throws <see cref="FormatException"/> when the URL is none.</summary>
    /// <param name="url">Such as <c>tcp://127.0.0.1:2121</c>; port 0 lets the system pick.</param>
    /// <param name="service">The protocol with its handlers.</param>
    /// <param name="limits">Instead of the protocol's own.</param>
    public void Listen(string url, ProtocolService service, Limits? limits = null) => asked.Add((Endpoint.Parse(url), service, limits));

    /// <summary>
    /// Binds every endpoint, then serves. Throws <see cref="ListenException"/> when one cannot be had, <see cref="SettingException"/> when a limit cannot be
    /// kept, and <see cref="PlatformNotSupportedException"/> when the model needs another system; then none is bound.
    /// </summary>
    public void Start()
    {
        var places = new Places(Model, Observer);
        var limits = asked.Select(one => places.Of(At(one.Endpoint, one.Limits ?? one.Service.Limits))).ToList();
        try
        {
            foreach (var (endpoint, _, _) in asked) listening.Add(Bind(endpoint));
            model = Models.Create(Model, Observer.Failed);
        }
        catch
        {
            foreach (var listener in listening) listener.Dispose();
            listening.Clear();
            throw;
        }

        Listeners = [.. listening.Select((listener, i) => (asked[i].Service.Name, listener.Endpoint))];
        var options = new ConversationOptions { Clock = Clock, Stopping = stopping.Token, Aborting = aborting.Token };
        for (var i = 0; i < asked.Count; i++) model.Accept(listening[i], new Reception(connections, asked[i].Service, limits[i], Observer, options));
    }

    /// <summary>
    /// Stops: accepts no more, lets every connection finish its command, and after <paramref name="drain"/> (unless said, the limits' own) breaks off
    /// those that have not. Answers how many had to be broken off.
    /// </summary>
    public async Task<int> StopAsync(TimeSpan? drain = null)
    {
        if (model is null) return 0;
        await model.CloseAsync().ConfigureAwait(false);
        foreach (var listener in listening) listener.Dispose();
        await stopping.CancelAsync().ConfigureAwait(false);
        var left = 0;
        if (!await connections.EmptiesWithinAsync(drain ?? LongestDrain(), Clock).ConfigureAwait(false))
        {
            left = connections.Now;
            await aborting.CancelAsync().ConfigureAwait(false);
            await connections.EmptiesWithinAsync(TimeSpan.FromSeconds(1), Clock).ConfigureAwait(false);
        }

        await model.DisposeAsync().ConfigureAwait(false);
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

    private static StreamListener Bind(Endpoint endpoint)
    {
        try
        {
            return Binding.Listen(endpoint);
        }
        catch (SocketException failure)
        {
            throw new ListenException(endpoint, failure);
        }
    }

    private static Limits At(Endpoint endpoint, Limits limits) =>
        limits.FirstCommand is null && endpoint.IsLoopback ? limits with { FirstCommand = Limits.FirstCommandHere } : limits;

    private TimeSpan LongestDrain()
    {
        var drains = asked.Select(one => (one.Limits ?? one.Service.Limits).Drain).DefaultIfEmpty(Limits.Default.Drain).ToList();
        return drains.Contains(Timeout.InfiniteTimeSpan) ? Timeout.InfiniteTimeSpan : drains.Max();
    }
}
