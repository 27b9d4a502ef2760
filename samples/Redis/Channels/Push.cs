namespace Samples.Redis;

/// <summary>Something that a subscriber is told.</summary>
internal abstract record Push
{
    /// <summary>About how many bytes it keeps while it waits.</summary>
    public virtual int Size => 64;

    /// <summary>The subscriber hears this channel now, and so many in all.</summary>
    public sealed record Subscribed(byte[] Channel, long Count) : Push;

    /// <summary>The subscriber does not hear this channel any more (null: it heard none), but so many others.</summary>
    public sealed record Unsubscribed(byte[]? Channel, long Count) : Push;

    /// <summary>Somebody has published this.</summary>
    public sealed record Message(byte[] Channel, byte[] Payload) : Push
    {
        public override int Size => 64 + Payload.Length;
    }
}
