namespace Samples.Mqtt;

/// <summary>What the broker keeps for a client id: section 3.1.2.4. The broker's lock guards it.</summary>
/// <param name="id">The client's id.</param>
/// <param name="kept">It outlives its connection.</param>
/// <param name="limits">How much it may hold.</param>
internal sealed class ClientSession(string id, bool kept, BrokerLimits limits)
{
    /// <summary>The client's id.</summary>
    public string Id { get; } = id;

    /// <summary>It outlives its connection.</summary>
    public bool IsKept { get; } = kept;

    /// <summary>What it has subscribed to.</summary>
    public HashSet<string> Filters { get; } = [];

    /// <summary>What it has been sent and has not acknowledged.</summary>
    public Window Window { get; } = new(limits.Window);

    /// <summary>What it has not been sent yet.</summary>
    public Backlog Backlog { get; } = new(limits);

    /// <summary>Where the client is now; null while it is away.</summary>
    public Link? Link { get; set; }

    /// <summary>Takes a message for the client. False: it is away and is not owed this one, or there is no room for it.</summary>
    public bool TryTake(Delivery delivery) =>
        (Link is not null || delivery.QoS != Mqtt.QoS.AtMostOnce) && Backlog.TryAdd(delivery);
}
