using ProtoKit;

namespace Samples.Redis;

/// <summary>Strings.</summary>
public sealed partial class RedisServer
{
    private static readonly Redis.Resp Ok = new Redis.Resp.Simple("OK");
    private static readonly Redis.Resp Nil = new Redis.Resp.Bulk(null);

    public ValueTask<Redis.Resp> Handle(Redis.Set set, Redis.Session session)
    {
        var until = Until(set);
        if (!set.Get && !set.IfAbsent && !set.IfPresent)
        {
            keys.Set(set.Key, set.Value, until);
            return new(Ok);
        }

        bool? ifThere = set.IfPresent ? true : set.IfAbsent ? false : null;
        var written = keys.Set(set.Key, set.Value, until, ifThere, set.Get, out var old);
        return new(set.Get ? Bulk(old) : written ? Ok : Nil);
    }

    public ValueTask<Redis.Value> Handle(Redis.Get get, Redis.Session session) => Answer(keys.Get(get.Key));

    public ValueTask<Redis.Number> Handle(Redis.Increment increment, Redis.Session session) => Answer(keys.Add(increment.Key, 1));

    public ValueTask<Redis.Number> Handle(Redis.IncrementBy increment, Redis.Session session) => Answer(keys.Add(increment.Key, increment.By));

    public ValueTask<Redis.Number> Handle(Redis.Decrement decrement, Redis.Session session) => Answer(keys.Add(decrement.Key, -1));

    public ValueTask<Redis.Number> Handle(Redis.DecrementBy decrement, Redis.Session session) =>
        Answer(decrement.By == long.MinValue ? throw Refusal.DecrementOverflow() : keys.Add(decrement.Key, -decrement.By));

    public ValueTask<Redis.Number> Handle(Redis.Append append, Redis.Session session) => Answer(keys.Append(append.Key, append.Value));

    public ValueTask<Redis.Number> Handle(Redis.Length length, Redis.Session session) => Answer(keys.Length(length.Key));

    public ValueTask<Redis.Values> Handle(Redis.GetMany get, Redis.Session session) =>
        new(new Redis.Values(Array.ConvertAll(keys.GetMany(get.Keys), value => new Redis.Value(value))));

    public ValueTask<Redis.Ok> Handle(Redis.SetMany set, Redis.Session session)
    {
        keys.SetMany(Own(set.Pairs));
        return Done;
    }

    private long? Until(in Redis.Set set)
    {
        if ((set.Seconds ?? set.Milliseconds) is not { } span) return null;
        if (span <= 0) throw Refusal.BadExpiry("set");
        return Until(span, set.Seconds is null ? 1 : 1000, "set");
    }

    // The values are kept, and what was lent is gone when the handler has returned.
    private static (Bytes Key, byte[] Value)[] Own(IReadOnlyList<Redis.Pair> pairs) => [.. pairs.Select(pair => (pair.Key, pair.Value.ToArray()))];

    private static Redis.Resp Bulk(Bytes? bytes) => bytes is null ? Nil : new Redis.Resp.Bulk(bytes);
}
