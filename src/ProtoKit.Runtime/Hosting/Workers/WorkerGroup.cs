using ProtoKit.Concurrency.Process;

namespace ProtoKit.Hosting.Workers;

/// <summary>Endpoints that several processes accept at, each with a socket of its own on the shared port; this one only keeps them alive.</summary>
internal sealed class WorkerGroup : IServing
{
    private readonly IReadOnlyList<Place> places;
    private readonly WorkerSeat[] seats;

    private WorkerGroup(IReadOnlyList<Place> places, WorkerSeat[] seats) => (this.places, this.seats) = (places, seats);

    /// <summary>Starts the workers. Throws <see cref="WorkerFailedException"/> when one does not come up.</summary>
    public static WorkerGroup Start(IReadOnlyList<Place> places, WorkerSeatOptions options, int count)
    {
        var group = new WorkerGroup(places, [.. Enumerable.Range(0, count).Select(i => new WorkerSeat(i, places, options))]);
        try
        {
            Task.Run(() => Task.WhenAll(group.seats.Select(seat => seat.StartAsync()))).GetAwaiter().GetResult();
            return group;
        }
        catch
        {
            Task.Run(() => group.StopAsync(TimeSpan.Zero)).GetAwaiter().GetResult();
            throw;
        }
    }

    public async Task<int> StopAsync(TimeSpan drain)
    {
        var broken = await Task.WhenAll(seats.Select(seat => seat.StopAsync(drain))).ConfigureAwait(false);
        foreach (var place in places) place.Dispose();
        return broken.Sum();
    }
}
