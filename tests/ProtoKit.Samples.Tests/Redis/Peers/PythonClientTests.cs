using System.Globalization;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>redis-py, Debian's python3-redis.</summary>
public sealed class PythonClientTests
{
    // Debian's packages belong to Debian's interpreter, whichever comes first on PATH.
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import redis, sys, time
        r = redis.Redis(port=int(sys.argv[1]), password="secret", db=2, client_name="py")
        def refused(act):
            try:
                act()
            except redis.RedisError as refusal:
                return f"{type(refusal).__name__}: {refusal}"
        print(r.ping(), r.client_getname(), r.echo("hello"))
        print(r.set("k", "v"), r.get("k"), r.set("k", "w", nx=True), r.set("k", "w", get=True), r.set("k", "x", ex=100), r.ttl("k"), r.append("k", "yz"), r.strlen("k"))
        print(r.incr("n"), r.incrby("n", 41), r.decr("n"), r.mset({"a": 1, "b": b"\x00\xff"}), r.mget("a", "b", "c"), r.exists("a", "c"), r.delete("a", "c"))
        print(r.rpush("l", 1, 2, 3), r.lpush("l", 0), r.lrange("l", 0, -1), r.lpop("l"), r.rpop("l", 2), r.llen("l"), r.type("l"))
        print(r.hset("h", mapping={"f": 1, "g": 2}), r.hget("h", "f"), r.hgetall("h"), r.hdel("h", "f", "x"), sorted(r.keys("*")), r.dbsize())
        print(refused(lambda: r.incr("l")), refused(lambda: r.set("k", "v", ex=0)), refused(lambda: r.execute_command("NONSENSE")), sep="\n")
        with r.pipeline(transaction=False) as p:
            for i in range(1000): p.rpush("many", i)
            print(sum(p.execute()), r.llen("many"))
        listening = r.pubsub(ignore_subscribe_messages=False)
        listening.subscribe("news")
        print(listening.get_message(timeout=5))
        print(r.publish("news", b"\r\n"))
        print(listening.get_message(timeout=5))
        listening.unsubscribe()
        print(listening.get_message(timeout=5))
        print(r.info("server")["redis_mode"], r.config_get("data*"), [c["name"] for c in r.client_list()], r.command_count() > 40, r.command()["get"]["arity"])
        print(r.select(3), r.dbsize(), r.flushall(), refused(lambda: redis.Redis(port=int(sys.argv[1])).get("k")), refused(lambda: redis.Redis(port=int(sys.argv[1]), password="no").get("k")), sep="\n")
        """;

    [Fact]
    public async Task It_finds_what_it_expects()
    {
        Assert.SkipUnless(File.Exists(Python), $"{Python} is not there");
        using (var probe = ForeignProgram.Start(Python, ["-c", "import redis"]))
            Assert.SkipWhen((await probe.EndAsync()).Exit != 0, $"{Python} has no module redis");
        await using var redis = new RedisServing("secret");
        var said = await ForeignProgram.RunAsync(Python, ["-c", Script, redis.Port.ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal(
            """
            True py b'hello'
            True b'v' None b'v' True 100 3 3
            1 42 41 True [b'1', b'\x00\xff', None] 1 1
            3 4 [b'0', b'1', b'2', b'3'] b'0' [b'3', b'2'] 1 b'list'
            2 b'1' {b'f': b'1', b'g': b'2'} 1 [b'b', b'h', b'k', b'l', b'n'] 5
            ResponseError: WRONGTYPE Operation against a key holding the wrong kind of value
            ResponseError: invalid expire time in 'set' command
            ResponseError: unknown command 'NONSENSE', with args beginning with: 
            500500 1000
            {'type': 'subscribe', 'pattern': None, 'channel': b'news', 'data': 1}
            1
            {'type': 'message', 'pattern': None, 'channel': b'news', 'data': b'\r\n'}
            {'type': 'unsubscribe', 'pattern': None, 'channel': b'news', 'data': 0}
            standalone {'databases': '16'} ['py', 'py'] True 2
            True
            0
            True
            AuthenticationError: Authentication required.
            ResponseError: WRONGPASS invalid username-password pair or user is disabled.

            """,
            said);
    }
}
