using ProtoKit;

namespace Samples.Redis;

/// <summary>Lists and hashes.</summary>
public sealed partial class RedisServer
{
    private static readonly Redis.Resp NoArray = new Redis.Resp.Array(null);

    public ValueTask<Redis.Number> Handle(Redis.PushLeft push, Redis.Session session) => Answer(keys.Push(push.Key, push.Items, left: true));

    public ValueTask<Redis.Number> Handle(Redis.PushRight push, Redis.Session session) => Answer(keys.Push(push.Key, push.Items, left: false));

    public ValueTask<Redis.Resp> Handle(Redis.PopLeft pop, Redis.Session session) => Pop(pop.Key, pop.Count, left: true);

    public ValueTask<Redis.Resp> Handle(Redis.PopRight pop, Redis.Session session) => Pop(pop.Key, pop.Count, left: false);

    public ValueTask<Redis.Values> Handle(Redis.Range range, Redis.Session session) => Answer(keys.Range(range.Key, range.First, range.Last));

    public ValueTask<Redis.Number> Handle(Redis.ListLength length, Redis.Session session) => Answer(keys.ListLength(length.Key));

    public ValueTask<Redis.Number> Handle(Redis.SetFields set, Redis.Session session) => Answer(keys.SetFields(set.Key, Own(set.Fields)));

    public ValueTask<Redis.Value> Handle(Redis.GetField get, Redis.Session session) => Answer(Lent(keys.GetField(get.Key, get.Field)));

    public ValueTask<Redis.Number> Handle(Redis.DeleteFields delete, Redis.Session session) => Answer(keys.DeleteFields(delete.Key, delete.Fields));

    public ValueTask<Redis.Values> Handle(Redis.GetFields get, Redis.Session session) =>
        Answer([.. keys.GetFields(get.Key).SelectMany(field => (byte[][])[field.Key, field.Value])]);

    // One item is answered by itself; so many, even if they are one or none, by an array.
    private ValueTask<Redis.Resp> Pop(Bytes key, Bytes? count, bool left)
    {
        if (count is not { } said) return new(Bulk(Lent(keys.Pop(key, left))));
        if (!DecimalText.TryRead(said.Span, out var most) || most < 0) throw Refusal.NotPositive();
        return new(keys.Pop(key, most, left) is { } items ? Items(items.Select(item => Bulk(new Bytes(item)))) : NoArray);
    }

    private static Bytes? Lent(byte[]? bytes) => bytes is null ? null : (Bytes?)new Bytes(bytes);

    private static Redis.Resp Items(IEnumerable<Redis.Resp> items) => new Redis.Resp.Array([.. items]);
}
