using System.Globalization;
using ProtoKit;
using Samples.Mqtt;
using Samples.Tests.Peers;

namespace Samples.Tests.Messaging;

/// <summary>A broker, and mosquitto's clients at it. Topic <c>ready</c> has a retained message, so that a subscriber is heard to be there.</summary>
internal sealed class Mosquitto : IAsyncDisposable
{
    public Mosquitto(string user = "", string password = "")
    {
        var (broker, door) = (new Broker(new BrokerLimits()), new Door(user, password));
        broker.Publish(new Message("ready", "yes"u8.ToArray(), Retain: true));
        Server = Serving.Start(Samples.Mqtt.Mqtt.Service(() => new MqttServer(broker, door)));
    }

    public ProtocolServer Server { get; }

    public string Port => Server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture);

    /// <summary>Publishes, and waits until the client has gone.</summary>
    public Task PublishAsync(params string[] arguments) => ForeignProgram.RunAsync("mosquitto_pub", Whole(arguments));

    /// <summary>Starts a client that somebody else waits for.</summary>
    public ForeignProgram Start(string program, params string[] arguments) => ForeignProgram.Start(program, Whole(arguments));

    /// <summary>Starts a subscriber and waits until its filters hold. It says <c>topic text</c> for each message.</summary>
    public async Task<ForeignProgram> SubscribeAsync(params string[] arguments)
    {
        var subscriber = Start("mosquitto_sub", ["-v", .. arguments, "-t", "ready"]);
        await subscriber.HearAsync("ready yes\n");
        return subscriber;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private string[] Whole(string[] arguments) => ["-h", "127.0.0.1", "-p", Port, .. arguments];
}
