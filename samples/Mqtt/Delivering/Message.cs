namespace Samples.Mqtt;

/// <summary>What somebody has published. Everybody who gets it shares this one.</summary>
/// <param name="Topic">Its topic's name.</param>
/// <param name="Payload">Bytes of its own, which nobody changes.</param>
/// <param name="QoS">What it was published with.</param>
/// <param name="Retain">It is to be kept for those who subscribe later.</param>
public sealed record Message(string Topic, ReadOnlyMemory<byte> Payload, Mqtt.QoS QoS = Mqtt.QoS.AtMostOnce, bool Retain = false);

/// <summary>A message on its way to one client.</summary>
/// <param name="Message">The message.</param>
/// <param name="QoS">The lower one of what it was published with and what the client was granted.</param>
/// <param name="Retained">It was there before the client subscribed.</param>
/// <param name="Packet">What the client acknowledges it by; 0 when it does not.</param>
/// <param name="Duplicate">It was sent before, and not acknowledged.</param>
public readonly record struct Delivery(Message Message, Mqtt.QoS QoS, bool Retained = false, ushort Packet = 0, bool Duplicate = false)
{
    /// <summary>For somebody who was granted this quality of service.</summary>
    public static Delivery Of(Message message, Mqtt.QoS granted, bool retained = false) =>
        new(message, message.QoS < granted ? message.QoS : granted, retained);
}
