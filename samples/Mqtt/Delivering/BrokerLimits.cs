namespace Samples.Mqtt;

/// <summary>How much the broker keeps for its clients.</summary>
/// <param name="window">Messages that one client may have without having acknowledged them; 1 to 65535.</param>
/// <param name="queue">Messages that wait for one client.</param>
/// <param name="backlog">Bytes of payload that wait for one client.</param>
/// <param name="retained">Topics with a retained message.</param>
/// <param name="sessions">Clients, those included that will come back to a kept session.</param>
/// <param name="subscriptions">Filters of one client.</param>
public sealed class BrokerLimits(
    int window = 20, int queue = 10_000, int backlog = 16 * 1024 * 1024, int retained = 10_000, int sessions = 10_000, int subscriptions = 1000)
{
    /// <summary>Levels of a filter: each costs more memory than the byte that it takes on the wire.</summary>
    public const int Levels = 128;

    /// <summary>Messages that one client may have without having acknowledged them.</summary>
    public int Window { get; } = Math.Clamp(window, 1, ushort.MaxValue);

    /// <summary>Messages that wait for one client.</summary>
    public int Queue { get; } = queue;

    /// <summary>Bytes of payload that wait for one client.</summary>
    public int Backlog { get; } = backlog;

    /// <summary>Topics with a retained message.</summary>
    public int Retained { get; } = retained;

    /// <summary>Clients, connected or not.</summary>
    public int Sessions { get; } = sessions;

    /// <summary>Filters of one client.</summary>
    public int Subscriptions { get; } = subscriptions;
}
