using ProtoKit;

namespace Samples.Mqtt;

/// <summary>A client's connection, as the broker sees it.</summary>
internal sealed class MqttConnection(Mqtt.Session session) : IConnection
{
    public ValueTask SendAsync(Delivery delivery) => session.SendAsync(new Mqtt.Publish(
        new Mqtt.PublishFlags(delivery.Duplicate, delivery.QoS, delivery.Retained),
        new Mqtt.TopicName(delivery.Message.Topic),
        delivery.QoS == Mqtt.QoS.AtMostOnce ? null : delivery.Packet,
        new Bytes(delivery.Message.Payload)));

    public void End(string reason) => session.End(reason);
}
