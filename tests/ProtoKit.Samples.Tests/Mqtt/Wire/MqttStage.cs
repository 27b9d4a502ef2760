using ProtoKit;
using ProtoKit.Sessions;
using Samples.Mqtt;
using MqttWire = Samples.Mqtt.Mqtt;

namespace Samples.Tests.Messaging;

/// <summary>A broker that has forgotten whatever was before.</summary>
internal sealed class MqttStage : Stage
{
    private readonly Door door = new();
    private Broker broker = new(new BrokerLimits());

    public MqttStage() => Service = MqttWire.Service(() => new MqttServer(broker, door));

    public override ProtocolService Service { get; }

    public override void Reset(ReadOnlySpan<byte> answer) => broker = new Broker(new BrokerLimits());
}
