using System.Runtime.InteropServices;
using ProtoKit.Hosting;
using ProtoKit.Sessions;
using ProtoKit.Transports;

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
    private readonly List<IServing> serving = [];
    private readonly ConnectionCount connections = new();

    /// <summary>Who runs the conversations.</summary>
    public ConcurrencyModel Model { get; init; }

    /// <summary>
    /// Worker processes: for <see cref="ConcurrencyModel.Epoll"/> and <see cref="ConcurrencyModel.Async"/>, as many that share the port; for
    /// <see cref="ConcurrencyModel.Process"/>, as many that are kept ready. 0: none, and for Process two.
    /// </summary>
    public int Workers { get; init; }

    /// <summary>The program that runs as a worker process; null: this one.</summary>
    public WorkerProgram? Worker { get; init; }

    /// <summary>By <see cref="ConcurrencyModel.Process"/>, each client gets a process that has served nobody else, which costs a start for each.</summary>
    public bool FreshProcesses { get; init; }

    /// <summary>The clock of every time limit.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Hears what happens; null: nobody does.</summary>
    public ServerObserver Observer { get; init; } = new();

    /// <summary>What the server listens at, with the real ports. Empty until it has started.</summary>
    public IReadOnlyList<(string Protocol, Endpoint Endpoint)> Listeners { get; private set; } = [];

    /// <summary>Connections that are served now.</summary>
    public int ConnectionCount => connections.Now;

    /// <summary>What the tool told this process, for workers that make their services from it.</summary>
    internal string? Order { get; init; }

    /// <summary>Adds an endpoint, before the start. Throws <see cref="FormatException"/> when the URL is none.</summary>
    /// <param name="url">Such as <c>tcp://127.0.0.1:2121</c>; port 0 lets the system pick.</param>
    /// <param name="service">The protocol with its handlers.</param>
    /// <param name="limits">Instead of the protocol's own.</param>
    public void Listen(string url, ProtocolService service, Limits? limits = null) => asked.Add((Endpoint.Parse(url), service, limits));

    /// <summary>
    /// Binds every endpoint, then serves. Throws <see cref="ListenException"/> when one cannot be had, <see cref="SettingException"/> when a limit cannot be
    /// kept, <see cref="TransportException"/> when a protocol cannot be spoken over a transport, and <see cref="PlatformNotSupportedException"/> when the model
    /// needs another system; then none is bound.
    /// </summary>
    public void Start()
    {
        if (ProtocolWorker.IsAwaited) throw new InvalidOperationException("this process was started as a worker: its program has to call ProtocolWorker.ServeAsync before anything else");
        var plan = new ServingPlan(this, connections) { Order = Order };
        plan.Check(asked);
        var places = plan.Bind(asked);
        try
        {
            serving.AddRange(plan.Start(places));
        }
        catch
        {
            foreach (var place in places) place.Dispose();
            throw;
        }

        Listeners = [.. places.Select(place => (place.Service.Name, place.Endpoint))];
    }

    /// <summary>
    /// Stops: accepts no more, lets every connection finish its command, and after <paramref name="drain"/> (unless said, the limits' own) breaks off
    /// those that have not. Answers how many had to be broken off.
    /// </summary>
    public async Task<int> StopAsync(TimeSpan? drain = null)
    {
        var broken = await Task.WhenAll(serving.Select(one => one.StopAsync(drain ?? LongestDrain()))).ConfigureAwait(false);
        return broken.Sum();
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

    private TimeSpan LongestDrain()
    {
        var drains = asked.Select(one => (one.Limits ?? one.Service.Limits).Drain).DefaultIfEmpty(Limits.Default.Drain).ToList();
        return drains.Contains(Timeout.InfiniteTimeSpan) ? Timeout.InfiniteTimeSpan : drains.Max();
    }
}
