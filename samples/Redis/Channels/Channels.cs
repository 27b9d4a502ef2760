using ProtoKit;

namespace Samples.Redis;

/// <summary>Who hears which channel. All connections of the process share it; any thread may call it.</summary>
public sealed class Channels
{
    private readonly Lock gate = new();
    private readonly Dictionary<byte[], HashSet<Subscriber>> hearers = new(KeyComparer.Instance);
    private readonly Dictionary<byte[], HashSet<Subscriber>>.AlternateLookup<ReadOnlySpan<byte>> bySpan;

    /// <summary>Nobody hears anything.</summary>
    public Channels() => bySpan = hearers.GetAlternateLookup<ReadOnlySpan<byte>>();

    /// <summary>How many channels somebody hears.</summary>
    public int Count
    {
        get
        {
            lock (gate) return hearers.Count;
        }
    }

    /// <summary>The subscriber hears these channels from now on, and is told so before anything that is published there. Tells how many it hears.</summary>
    internal long Subscribe(Subscriber subscriber, IReadOnlyList<Bytes> channels)
    {
        lock (gate)
        {
            foreach (var channel in channels)
            {
                var name = channel.ToArray();
                if (subscriber.Heard.Add(name)) Hearers(name).Add(subscriber);
                subscriber.Outbox.Post(new Push.Subscribed(name, subscriber.Heard.Count));
            }

            return subscriber.Heard.Count;
        }
    }

    /// <summary>The subscriber does not hear these channels any more, or none at all when none is named. Tells how many others it hears.</summary>
    internal long Unsubscribe(Subscriber subscriber, IReadOnlyList<Bytes> channels)
    {
        lock (gate)
        {
            byte[][] names = channels.Count == 0 ? [.. subscriber.Heard] : [.. channels.Select(channel => channel.ToArray())];
            if (names.Length == 0) subscriber.Outbox.Post(new Push.Unsubscribed(null, 0));
            foreach (var name in names)
            {
                Forget(subscriber, name);
                subscriber.Outbox.Post(new Push.Unsubscribed(name, subscriber.Heard.Count));
            }

            return subscriber.Heard.Count;
        }
    }

    /// <summary>The subscriber is gone.</summary>
    internal void Leave(Subscriber subscriber)
    {
        lock (gate)
        {
            foreach (var name in subscriber.Heard.ToArray()) Forget(subscriber, name);
        }
    }

    /// <summary>Tells everybody who hears the channel, all of them in the same order, and how many those are.</summary>
    public long Publish(Bytes channel, Bytes payload)
    {
        lock (gate)
        {
            if (!bySpan.TryGetValue(channel.Span, out var name, out var listening)) return 0;
            var message = new Push.Message(name, payload.ToArray());
            foreach (var subscriber in listening) subscriber.Outbox.Post(message);
            return listening.Count;
        }
    }

    private HashSet<Subscriber> Hearers(byte[] channel)
    {
        if (!hearers.TryGetValue(channel, out var found)) hearers[channel] = found = [];
        return found;
    }

    private void Forget(Subscriber subscriber, byte[] channel)
    {
        if (!subscriber.Heard.Remove(channel)) return;
        var listening = hearers[channel];
        listening.Remove(subscriber);
        if (listening.Count == 0) hearers.Remove(channel);
    }
}
