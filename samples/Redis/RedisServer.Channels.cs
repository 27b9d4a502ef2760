using ProtoKit;

namespace Samples.Redis;

/// <summary>Channels. A connection that hears any may say nothing else until it hears none.</summary>
public sealed partial class RedisServer
{
    private Ear? ear;

    public ValueTask Handle(Redis.Subscribe subscribe, Redis.Session session)
    {
        Introduce(session);
        ear ??= new Ear(session, this);
        channels.Subscribe(ear, subscribe.Channels);
        return default;
    }

    public ValueTask Handle(Redis.Unsubscribe unsubscribe, Redis.Session session)
    {
        channels.Unsubscribe(ear ??= new Ear(session, this), unsubscribe.Channels);
        return default;
    }

    public ValueTask<Redis.Number> Handle(Redis.Publish publish, Redis.Session session) => Answer(channels.Publish(publish.Channel, publish.Payload));

    public ValueTask<Redis.Resp> Handle(Redis.Ping ping, Redis.Session session)
    {
        if (session.State != Redis.State.Subscribed) return new(ping.Message is null ? Pong : Bulk(ping.Message));
        return new(Items([Word("pong"), Bulk(ping.Message ?? default(Bytes))]));
    }

    private static readonly Redis.Resp Pong = new Redis.Resp.Simple("PONG");

    private void OnHearing(Redis.Session session, long count)
    {
        client!.Channels = count;
        session.State = count > 0 ? Redis.State.Subscribed : Redis.State.Ready;
    }

    private static Redis.Resp Word(string text) => new Redis.Resp.Bulk(Bytes.Of(text));

    // A connection that reads too slowly is ended by its output-limit: nobody waits for it.
    private sealed class Ear(Redis.Session session, RedisServer server) : Subscriber
    {
        internal override void TellSubscribed(byte[] channel, long count)
        {
            server.OnHearing(session, count);
            Send(session.SendAsync(new Redis.Subscribed(channel, count)));
        }

        internal override void TellUnsubscribed(byte[]? channel, long count)
        {
            server.OnHearing(session, count);
            Send(session.SendAsync(new Redis.Unsubscribed(Lent(channel), count)));
        }

        internal override void Tell(byte[] channel, byte[] payload) => Send(session.SendAsync(new Redis.Message(channel, payload)));

        // Whoever is gone has no use for it.
        private static void Send(ValueTask sent)
        {
            if (!sent.IsCompletedSuccessfully)
                _ = sent.AsTask().ContinueWith(static failed => _ = failed.Exception, TaskContinuationOptions.OnlyOnFaulted);
        }
    }
}
