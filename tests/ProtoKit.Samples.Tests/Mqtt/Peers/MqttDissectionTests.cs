using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>Wireshark's own MQTT dissector reads what the broker says.</summary>
public sealed class MqttDissectionTests
{
    [Fact]
    public async Task Every_packet_of_a_capture_is_one_that_it_knows()
    {
        await using var broker = new Mosquitto();
        using var tapped = new TappedServer(broker.Server, 1883);
        string[] there = ["-h", "127.0.0.1", "-p", $"{tapped.Port}"];
        await ForeignProgram.RunAsync("mosquitto_sub", [.. there, "-c", "-i", "keeper", "-q", "1", "-t", "k/#", "-t", "zero", "-E"]);
        await ForeignProgram.RunAsync("mosquitto_pub", [.. there, "-q", "1", "-t", "k/1", "-m", "one", "-r", "--will-topic", "k/will", "--will-payload", "gone"]);
        await ForeignProgram.RunAsync("mosquitto_pub", [.. there, "-q", "0", "-t", "k/2", "-m", new string('x', 70_000)]);
        Assert.Equal("k/1 one\n", await ForeignProgram.RunAsync("mosquitto_sub", [.. there, "-v", "-c", "-i", "keeper", "-q", "1", "-t", "k/1", "-C", "1"]));
        // The examples of the standard, UNSUBSCRIBE among them.
        using var peer = await Peer.ConnectAsync(ProtoKit.Transports.Endpoint.Parse($"tcp://127.0.0.1:{tapped.Port}"));
        foreach (var exchange in Transcript.Of("mqtt", "publish 2").Exchanges)
        {
            await peer.SendAsync(exchange.Sent);
            await peer.ReceiveAsync(answer => exchange.Answer.Is(answer));
        }

        var kinds = await Dissection.OfAsync(tapped.Capture, "mqtt.msgtype");
        Assert.Equal(["1", "10", "11", "14", "2", "3", "4", "8", "9"], kinds.SelectMany(line => line.Split(',')).Distinct().Order(StringComparer.Ordinal));
    }
}
