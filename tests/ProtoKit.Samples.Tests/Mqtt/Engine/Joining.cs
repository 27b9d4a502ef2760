using System.Text;
using Samples.Mqtt;
using QoS = Samples.Mqtt.Mqtt.QoS;

namespace Samples.Tests.Messaging;

/// <summary>Clients of a broker without a wire between them.</summary>
internal static class Joining
{
    public static (Link Link, HeardConnection Heard) Joined(this Broker broker, string id, bool clean = true, bool present = false)
    {
        var heard = new HeardConnection();
        var link = broker.Connect(id, clean, null, heard, out var was)!;
        Xunit.Assert.Equal(present, was);
        link.Open();
        return (link, heard);
    }

    public static Message Said(string topic, string text, QoS qos = QoS.AtMostOnce, bool retain = false) =>
        new(topic, Encoding.UTF8.GetBytes(text), qos, retain);
}
