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

    /// <summary>The subscriber hears these channels from now on: what is published after this is told after this.</summary>
    public void Subscribe(Subscriber subscriber, IReadOnlyList<Bytes> channels)
    {
        lock (gate)
        {
            foreach (var channel in channels)
            {
                var name = channel.ToArray();
                if (subscriber.Heard.Add(name)) Hearers(name).Add(subscriber);
                subscriber.TellSubscribed(name, subscriber.Heard.Count);
            }
        }
    }

    /// <summary>The subscriber does not hear these channels any more, or none at all when none is named.</summary>
    public void Unsubscribe(Subscriber subscriber, IReadOnlyList<Bytes> channels)
    {
        lock (gate)
        {
            byte[][] names = channels.Count == 0 ? [.. subscriber.Heard] : [.. channels.Select(channel => channel.ToArray())];
            if (names.Length == 0) subscriber.TellUnsubscribed(null, 0);
            foreach (var name in names)
            {
                Forget(subscriber, name);
                subscriber.TellUnsubscribed(name, subscriber.Heard.Count);
            }
        }
    }

    /// <summary>The subscriber is gone.</summary>
    public void Leave(Subscriber subscriber)
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
            var own = payload.ToArray();
            foreach (var subscriber in listening) subscriber.Tell(name, own);
            return listening.Count;
        }
    }

    /// <summary>How many channels the subscriber hears.</summary>
    public long CountOf(Subscriber subscriber)
    {
        lock (gate) return subscriber.Heard.Count;
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
