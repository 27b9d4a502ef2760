namespace Samples.Redis;

/// <summary>Somebody who hears channels. What it is told comes in order, and telling it must not wait for anything.</summary>
public abstract class Subscriber
{
    /// <summary>The channels that it hears. Only <see cref="Channels"/> touches this, in its turn.</summary>
    internal HashSet<byte[]> Heard { get; } = new(KeyComparer.Instance);

    /// <summary>It hears this channel now, and so many in all.</summary>
    internal abstract void TellSubscribed(byte[] channel, long count);

    /// <summary>It does not hear this channel any more (null: it heard none), but so many others.</summary>
    internal abstract void TellUnsubscribed(byte[]? channel, long count);

    /// <summary>Somebody has published this.</summary>
    internal abstract void Tell(byte[] channel, byte[] payload);
}
