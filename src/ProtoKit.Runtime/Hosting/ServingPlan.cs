using ProtoKit.Concurrency;
using ProtoKit.Concurrency.Process;
using ProtoKit.Hosting.Workers;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Hosting;

/// <summary>Which endpoints this process serves and which its workers do.</summary>
internal sealed class ServingPlan(ProtocolServer server, ConnectionCount connections)
{
    // Enough that one is ready while another is busy.
    private const int KeptReady = 2;

    /// <summary>What the tool told this process.</summary>
    public string? Order { get; init; }

    private bool HasGroup => server.Workers > 0 && server.Model is ConcurrencyModel.Epoll or ConcurrencyModel.Async;

    /// <summary>Refuses what makes no sense, before anything is bound.</summary>
    public void Check(IEnumerable<(Endpoint Endpoint, ProtocolService Service, Limits? Limits)> asked)
    {
        if (server.Workers < 0) throw new SettingException("the number of workers is negative");
        if (server.Workers > 0 && !HasGroup && server.Model != ConcurrencyModel.Process)
            throw new SettingException($"the model {Models.NameOf(server.Model)} has no workers; epoll, async and process have");
        if (server.Workers > 0 && !OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("worker processes need Linux");
        foreach (var (endpoint, service, _) in asked)
        {
            if (endpoint.Scheme == "udp") DatagramRules.Check(service, endpoint);
        }
    }

    /// <summary>Binds every endpoint, or none.</summary>
    public IReadOnlyList<Place> Bind(IReadOnlyList<(Endpoint Endpoint, ProtocolService Service, Limits? Limits)> asked)
    {
        var room = new Places(server.Model, server.Observer);
        var limits = asked.Select(one => room.Of(At(one.Endpoint, one.Limits ?? one.Service.Limits))).ToList();
        var bound = new List<Place>();
        try
        {
            for (var i = 0; i < asked.Count; i++)
                bound.Add(Place.Bind(asked[i].Endpoint, asked[i].Service, limits[i], SharingOf(asked[i].Endpoint)));
            return bound;
        }
        catch
        {
            foreach (var place in bound) place.Dispose();
            throw;
        }
    }

    /// <summary>Begins to serve.</summary>
    public IEnumerable<IServing> Start(IReadOnlyList<Place> places)
    {
        var remote = places.Where(place => SharingOf(place.Endpoint) > 0).ToList();
        var local = places.Except(remote).ToList();
        var started = new List<IServing>();
        try
        {
            if (remote.Count > 0) started.Add(StartGroup(remote));
            if (local.Count > 0) started.Add(new LocalServing(CreateModel(), local, connections, server.Observer, server.Clock));
            return started;
        }
        catch
        {
            Task.Run(() => Task.WhenAll(started.Select(one => one.StopAsync(TimeSpan.Zero)))).GetAwaiter().GetResult();
            throw;
        }
    }

    // How many processes receive there; 0: this one.
    private int SharingOf(Endpoint endpoint) => HasGroup ? server.Workers : IsReceivedElsewhere(endpoint) ? 1 : 0;

    // A process for each datagram would cost more than any answer is worth: one worker receives them all.
    private bool IsReceivedElsewhere(Endpoint endpoint) => server.Model == ConcurrencyModel.Process && endpoint.Scheme == "udp";

    private WorkerGroup StartGroup(IReadOnlyList<Place> places)
    {
        var (model, count) = HasGroup ? (server.Model, server.Workers) : (ConcurrencyModel.Iterative, 1);
        var options = new WorkerSeatOptions(server.Worker ?? WorkerProgram.Own(), Order, model, count, connections, server.Observer);
        return WorkerGroup.Start(places, options, count);
    }

    private IModel CreateModel()
    {
        if (server.Model != ConcurrencyModel.Process) return Models.Create(server.Model, server.Observer.Failed);
        var ready = server.FreshProcesses ? 0 : server.Workers > 0 ? server.Workers : KeptReady;
        var pool = new WorkerPoolOptions(server.Worker ?? WorkerProgram.Own(), Order, ready, !server.FreshProcesses, server.Observer.Failed, server.Observer.Warned);
        return new ProcessModel(pool, server.Observer.HearsCommands);
    }

    private static Limits At(Endpoint endpoint, Limits limits) =>
        limits.FirstCommand is null && endpoint.IsLoopback ? limits with { FirstCommand = Limits.FirstCommandHere } : limits;
}
