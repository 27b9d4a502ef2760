using ProtoKit.Concurrency;
using ProtoKit.Sessions;

namespace ProtoKit.Hosting;

/// <summary>Endpoints that this process accepts at.</summary>
internal sealed class LocalServing : IServing
{
    private static readonly TimeSpan AbortWithin = TimeSpan.FromSeconds(1);

    private readonly IModel model;
    private readonly IReadOnlyList<Place> places;
    private readonly ConnectionCount connections;
    private readonly TimeProvider clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource aborting = new();
    private readonly List<Reception> receptions = [];

    /// <summary>Begins to serve.</summary>
    public LocalServing(IModel model, IReadOnlyList<Place> places, ConnectionCount connections, ServerObserver observer, TimeProvider clock)
    {
        (this.model, this.places, this.connections, this.clock) = (model, places, connections, clock);
        var options = new ConversationOptions { Clock = clock, Stopping = stopping.Token, Aborting = aborting.Token };
        foreach (var place in places)
        {
            var reception = new Reception(connections, place.Service, place.Limits, observer, options);
            receptions.Add(reception);
            foreach (var listener in place.Streams) model.Accept(listener, reception);
            foreach (var socket in place.Datagrams) model.Receive(socket, reception);
        }
    }

    public async Task<int> StopAsync(TimeSpan drain)
    {
        await model.CloseAsync().ConfigureAwait(false);
        // Datagrams that were received are still answered from the socket that they came to.
        foreach (var listener in places.SelectMany(place => place.Streams)) listener.Dispose();
        await stopping.CancelAsync().ConfigureAwait(false);
        var left = 0;
        if (!await connections.EmptiesWithinAsync(drain, clock).ConfigureAwait(false))
        {
            left = connections.Now;
            await aborting.CancelAsync().ConfigureAwait(false);
            if (!await connections.EmptiesWithinAsync(AbortWithin, clock).ConfigureAwait(false))
            {
                foreach (var reception in receptions) reception.LeaveAll();
                await connections.EmptiesWithinAsync(AbortWithin, clock).ConfigureAwait(false);
            }
        }

        foreach (var place in places) place.Dispose();
        await model.DisposeAsync().ConfigureAwait(false);
        return left;
    }
}
