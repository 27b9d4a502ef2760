namespace Samples.Redis;

/// <summary>The connections of the process that CLIENT LIST can tell of: those that have said something of themselves, or asked.</summary>
public sealed class ClientRoll
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<long, ConnectedClient> clients = [];
    private long last;

    /// <summary>When the server began.</summary>
    public DateTimeOffset Since { get; } = DateTimeOffset.UtcNow;

    /// <summary>How many they are.</summary>
    public int Count
    {
        get
        {
            lock (gate) return clients.Count;
        }
    }

    internal ConnectedClient Add(DateTimeOffset now)
    {
        var client = new ConnectedClient(Interlocked.Increment(ref last), now);
        lock (gate) clients.Add(client.Id, client);
        return client;
    }

    internal void Remove(ConnectedClient client)
    {
        lock (gate) clients.Remove(client.Id);
    }

    /// <summary>A line for each, in the order in which they came.</summary>
    internal string Describe(DateTimeOffset now)
    {
        lock (gate) return string.Concat(clients.Values.Select(client => client.Describe(now) + "\n"));
    }
}
