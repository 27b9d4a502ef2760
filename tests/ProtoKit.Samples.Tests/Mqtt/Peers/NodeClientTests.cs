using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>The client library of npm's that most programs for Node use.</summary>
public sealed class NodeClientTests
{
    private const string Script = """
        const mqtt = require('mqtt');
        const url = `mqtt://127.0.0.1:${process.env.PORT}`;
        const once = { reconnectPeriod: 0 };
        const keeper = { ...once, clientId: 'keeper', clean: false };
        const until = async what => { while (!what()) await new Promise(done => setTimeout(done, 5)); };
        (async () => {
          const first = await mqtt.connectAsync(url, keeper);
          const granted = await first.subscribeAsync({ 'k/+': { qos: 1 }, 'two': { qos: 2 }, 'zero': { qos: 0 } });
          console.log('granted', granted.map(one => one.qos).join(' '));
          await first.endAsync();

          const other = await mqtt.connectAsync(url, { ...once, will: { topic: 'k/will', payload: 'gone', qos: 1, retain: false } });
          await other.publishAsync('k/a', 'one', { qos: 1 });
          await other.publishAsync('k/b', 'two', { qos: 1, retain: true });
          await other.publishAsync('zero', 'lost');

          const heard = [];
          const second = mqtt.connect(url, keeper);
          second.on('message', (topic, payload, packet) => heard.push(`${topic} ${payload} ${packet.qos} ${packet.retain} ${packet.dup}`));
          second.on('connect', ack => console.log('present', ack.sessionPresent));
          await until(() => heard.length === 2);
          await other.publishAsync('zero', 'heard');
          await until(() => heard.length === 3);
          other.stream.destroy();
          await until(() => heard.length === 4);
          await second.unsubscribeAsync(['k/+', 'two', 'zero']);
          await second.subscribeAsync('k/#');
          await second.publishAsync('k/a', Buffer.alloc(100000, 'x'));
          await until(() => heard.length === 6);
          console.log(heard.map(one => one.replace(/x{100000}/, 'x*100000')).join('\n'));
          await second.endAsync();
        })();
        """;

    [Fact]
    public async Task It_subscribes_publishes_and_comes_back()
    {
        var folder = await NodePackage.MqttAsync();
        await using var broker = new Mosquitto();
        using var node = ForeignProgram.Start("node", ["-e", Script], broker.Server.Listeners[0].Endpoint.Port, folder);
        var (exit, complaint) = await node.EndAsync();
        Assert.True(exit == 0, complaint);
        Assert.Equal(
            """
            granted 1 1 0
            present true
            k/a one 1 false false
            k/b two 1 false false
            zero heard 0 false false
            k/will gone 1 false false
            k/b two 0 true false
            k/a x*100000 0 false false

            """,
            node.Said);
    }
}
