namespace Samples.Redis;

/// <summary>The connections of the process, for CLIENT LIST.</summary>
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

    /// <summary>A number that no other connection has.</summary>
    internal long NextId() => Interlocked.Increment(ref last);

    internal void Add(ConnectedClient client)
    {
        lock (gate) clients.Add(client.Id, client);
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
