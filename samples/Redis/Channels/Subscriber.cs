namespace Samples.Redis;

/// <summary>Somebody who hears channels.</summary>
/// <param name="outbox">What it is told goes in here.</param>
internal sealed class Subscriber(Outbox outbox)
{
    public Outbox Outbox => outbox;

    /// <summary>The channels that it hears. Only <see cref="Channels"/> touches this, in its turn.</summary>
    public HashSet<byte[]> Heard { get; } = new(KeyComparer.Instance);
}
