using ProtoKit;
using ProtoKit.Sessions;

namespace Samples.Mqtt;

/// <summary>One client of the broker. What breaks a rule of the standard ends the connection: 4.8 knows no other answer.</summary>
/// <param name="broker">Everybody's.</param>
/// <param name="door">Who may come in.</param>
public sealed class MqttServer(Broker broker, Door door) : Mqtt.IServer
{
    // 3.9.3: the filter was not subscribed to.
    private const byte Refused = 0x80;

    // What is retained is looked through for each filter, so that a packet full of them would keep everybody waiting.
    private const int FiltersAtOnce = 1000;

    private Link? link;

    public async ValueTask<Mqtt.ConnAck?> Handle(Mqtt.Connect connect, Mqtt.Session session)
    {
        // 3.1.2.2
        if (connect.Login is not { } login) return Refuse(session, Mqtt.ConnectCode.UnacceptableVersion);
        if (!LoginRules.Hold(login))
        {
            session.End("bad-connect");
            return null;
        }

        // 3.1.3.1: without an id there is nothing to come back to.
        if (login.ClientId.Length == 0 && !login.Flags.CleanSession || login.ClientId.Contains('\0')) return Refuse(session, Mqtt.ConnectCode.IdentifierRejected);
        var code = door.Check(login.UserName, login.Password);
        if (code != Mqtt.ConnectCode.Accepted) return Refuse(session, code);

        var id = login.ClientId.Length > 0 ? login.ClientId : $"auto-{Guid.NewGuid():N}";
        link = broker.Connect(id, login.Flags.CleanSession, LoginRules.WillOf(login), new MqttConnection(session), out var present);
        if (link is null) return Refuse(session, Mqtt.ConnectCode.ServerUnavailable);

        // 3.1.2.10: silence for one and a half times the keep-alive.
        session.Idle = login.KeepAlive == 0 ? Timeout.InfiniteTimeSpan : login.KeepAlive * TimeSpan.FromSeconds(1.5);
        // It goes first, so what waits for the client is sent behind it and not behind this handler's end.
        await session.SendAsync(new Mqtt.ConnAck(0, present, Mqtt.ConnectCode.Accepted));
        link.Open();
        return null;
    }

    public ValueTask<Mqtt.PubAck?> Handle(Mqtt.Publish publish, Mqtt.Session session)
    {
        var flags = publish.Flags;
        // 3.3.1.1
        if (flags.Duplicate && flags.QoS == Mqtt.QoS.AtMostOnce) session.End("bad-publish");
        // 4.7.2: what begins with $SYS is the broker's own, and 3.3.5 has no way to say so but this.
        else if (!publish.Topic.Value.StartsWith("$SYS/", StringComparison.Ordinal) &&
            !broker.Publish(new Message(publish.Topic.Value, publish.Payload.ToArray(), flags.QoS, flags.Retain))) session.End("retained-full");
        else if (publish.Packet is { } packet) return new(new Mqtt.PubAck(packet));
        return default;
    }

    public ValueTask Handle(Mqtt.PubAck acknowledged, Mqtt.Session session)
    {
        broker.Acknowledge(link!, acknowledged.Packet);
        return default;
    }

    public async ValueTask<Mqtt.SubAck?> Handle(Mqtt.Subscribe subscribe, Mqtt.Session session)
    {
        // A client that goes when it has got what is retained must not find its SUBACK behind it.
        link!.Hold();
        await session.SendAsync(new Mqtt.SubAck(subscribe.Packet, [.. subscribe.Filters.Select((wanted, at) => at < FiltersAtOnce ? Granted(wanted) : Refused)]));
        link.Open();
        return null;
    }

    public ValueTask<Mqtt.UnsubAck> Handle(Mqtt.Unsubscribe unsubscribe, Mqtt.Session session)
    {
        foreach (var filter in unsubscribe.Filters) broker.Unsubscribe(link!, filter.Value);
        return new(new Mqtt.UnsubAck(unsubscribe.Packet));
    }

    public ValueTask<Mqtt.Pong> Handle(Mqtt.Ping ping, Mqtt.Session session) => default;

    public ValueTask Handle(Mqtt.Disconnect disconnect, Mqtt.Session session)
    {
        broker.Disconnect(link!);
        return default;
    }

    public ValueTask ClosedAsync(Mqtt.Session session, ConversationEnd end)
    {
        if (link is not null) broker.Close(link);
        return default;
    }

    // 3.2.2.3: whoever is refused is told why, and then the connection closes.
    private static Mqtt.ConnAck Refuse(Mqtt.Session session, Mqtt.ConnectCode code)
    {
        session.End("refused");
        return new Mqtt.ConnAck(0, false, code);
    }

    private byte Granted(Mqtt.Subscription wanted)
    {
        var granted = wanted.QoS == 0 ? Mqtt.QoS.AtMostOnce : Mqtt.QoS.AtLeastOnce;
        return broker.Subscribe(link!, wanted.Filter.Value, granted) ? (byte)granted : Refused;
    }
}
