using ProtoKit;

namespace Samples.Redis;

/// <summary>Serves keys and channels that all connections of the process share.</summary>
public sealed partial class RedisServer : Redis.IServer
{
    private static readonly ValueTask<Redis.Ok> Done = default;

    private readonly Keyspace keyspace;
    private readonly Channels channels;
    private readonly ClientRoll roll;
    private readonly Gatekeeper gatekeeper;
    private Database keys;

    /// <summary>Serves one connection.</summary>
    /// <param name="keyspace">The keys.</param>
    /// <param name="channels">The channels.</param>
    /// <param name="roll">Who is connected.</param>
    /// <param name="password">What AUTH has to say before anything else is answered; nothing unless set.</param>
    public RedisServer(Keyspace keyspace, Channels channels, ClientRoll roll, string? password = null)
    {
        (this.keyspace, this.channels, this.roll) = (keyspace, channels, roll);
        gatekeeper = new Gatekeeper(password);
        client = new ConnectedClient(roll.NextId(), keyspace.Clock.GetUtcNow());
        keys = keyspace.Databases[0];
    }

    public ValueTask<Redis.Value> Handle(Redis.Echo echo, Redis.Session session) => Answer(echo.Message);

    public ValueTask<Redis.Number> Handle(Redis.Delete delete, Redis.Session session) => Answer(keys.Delete(delete.Keys));

    public ValueTask<Redis.Number> Handle(Redis.Exists exists, Redis.Session session) => Answer(keys.Exist(exists.Keys));

    public ValueTask<Redis.Status> Handle(Redis.TypeOf type, Redis.Session session) => new(new Redis.Status(keys.TypeOf(type.Key)));

    public ValueTask<Redis.Values> Handle(Redis.Keys wanted, Redis.Session session) => Answer(keys.Match(new Glob(wanted.Pattern.Span)));

    public ValueTask<Redis.Number> Handle(Redis.Size size, Redis.Session session) => Answer(keys.Count);

    public ValueTask<Redis.Ok> Handle(Redis.FlushAll flush, Redis.Session session)
    {
        keyspace.Clear();
        return Done;
    }

    public ValueTask<Redis.Number> Handle(Redis.Expire expire, Redis.Session session) =>
        Answer(keys.Expire(expire.Key, Until(expire.Seconds, 1000, "expire")) ? 1 : 0);

    // Half a second counts as one, so that a key which was just given a second has one left.
    public ValueTask<Redis.Number> Handle(Redis.TimeToLive left, Redis.Session session) =>
        Answer(keys.TimeLeft(left.Key) is >= 0 and var milliseconds ? (milliseconds + 500) / 1000 : keys.TimeLeft(left.Key));

    // In milliseconds since 1970.
    private long Until(long span, int unit, string command)
    {
        var now = keyspace.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (span > (long.MaxValue - now) / unit || span < long.MinValue / unit) throw Refusal.BadExpiry(command);
        return now + (span * unit);
    }

    private static ValueTask<Redis.Number> Answer(long number) => new(new Redis.Number(number));

    private static ValueTask<Redis.Value> Answer(Bytes? bytes) => new(new Redis.Value(bytes));

    private static ValueTask<Redis.Values> Answer(IReadOnlyList<byte[]> items)
    {
        var values = new Redis.Value[items.Count];
        for (var i = 0; i < values.Length; i++) values[i] = new Redis.Value(new Bytes(items[i]));
        return new(new Redis.Values(values));
    }
}
