using ProtoKit;

namespace Samples.Redis;

/// <summary>Channels. A connection that hears any may say nothing else until it hears none.</summary>
public sealed partial class RedisServer
{
    private static readonly Redis.Resp Pong = new Redis.Resp.Simple("PONG");

    private Subscriber? subscriber;

    public ValueTask Handle(Redis.Subscribe subscribe, Redis.Session session) =>
        HearAsync(session, channels.Subscribe(Listening(session), subscribe.Channels));

    public ValueTask Handle(Redis.Unsubscribe unsubscribe, Redis.Session session) =>
        HearAsync(session, channels.Unsubscribe(Listening(session), unsubscribe.Channels));

    public ValueTask<Redis.Number> Handle(Redis.Publish publish, Redis.Session session) => Answer(channels.Publish(publish.Channel, publish.Payload));

    public ValueTask<Redis.Resp> Handle(Redis.Ping ping, Redis.Session session)
    {
        if (session.State != Redis.State.Subscribed) return new(ping.Message is null ? Pong : Bulk(ping.Message));
        return new(Items([Word("pong"), Bulk(ping.Message ?? default(Bytes))]));
    }

    private Subscriber Listening(Redis.Session session) =>
        subscriber ??= new Subscriber(new Outbox(push => TellAsync(session, push), () => session.Abort("output-limit")));

    // What this command is told leaves before the next command is answered.
    private ValueTask HearAsync(Redis.Session session, long count)
    {
        client.Channels = count;
        session.State = count > 0 ? Redis.State.Subscribed : Redis.State.Ready;
        return new(subscriber!.Outbox.FlushAsync());
    }

    private static ValueTask TellAsync(Redis.Session session, Push push) => push switch
    {
        Push.Message message => session.SendAsync(new Redis.Message(message.Channel, message.Payload)),
        Push.Subscribed told => session.SendAsync(new Redis.Subscribed(told.Channel, told.Count)),
        Push.Unsubscribed told => session.SendAsync(new Redis.Unsubscribed(told.Channel is null ? null : (Bytes?)told.Channel, told.Count)),
        _ => default,
    };

    private static Redis.Resp Word(string text) => new Redis.Resp.Bulk(Bytes.Of(text));
}
