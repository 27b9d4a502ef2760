using System.Text;
using Samples.Tests;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>What is refused, each on a connection of its own: Redis and the sample say the same bytes, and then go on or close.</summary>
public sealed class RefusalTests
{
    private const string Ping = "*1|$4|PING|";

    // A bar is CR LF; what does not begin with a star is a line of words.
    private static readonly string[] Cases =
    [
        "*1|$3|GET|", "get a b|", "Get|", "set a|", "mset a|", "mset a b c|", "hset h f|", "lpop|", "lpop l 1 2|", "del|", "ping a b|", "dbsize x|", "subscribe|",
        "config get|", "CONFIG GET|", "Client SetName|", "client id x|", "command count x|", "client no-evict|", "client no-evict on off|", "select|", "auth|",
        "FOO|", "FOO a b|", "*1|$7|FOO BAR|", "*2|$7|FOO BAR|$1|x|", "*2|$10|CONFIG GET|$1|x|", "*1|$0||", "*2|$0||$1|a|", "*2|$3|foo|$0||", "foo \"it's\"|", "\"foo bar\" c|",
        $"{Long(200)} {Long(200)} z|", $"foo {Long(100)} {Long(100)}|", $"foo {Long(60)} {Long(60)} c d|", "foo 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34|",
        "client foo|", "CLIENT FOO a|", "Config foo|", $"config {Long(200)}|", "command info none|", "client list foo|",
        "*0|", "*-1|", "*-10|", "*0|*0|*-1|", "|", "  |",
        "*x|", "*|", "*01|", "*1 |", "*+1|", "*1|:5|", "*2|$3|GET|+a|", "*1|*1|$4|PING|", "*1|x", "*1|$x|", "*1|$|", "*1|$-1|", "*1|$+4|", "*1|$04|PING|", "*1|$999999999999|",
        "foo \"a|", "foo 'a|", "foo \"a\"b|", "\"|", "get \"a|",
        "set a b EX|", "set a b PX|", "set a b EX x|", "set a b EX 1 PX|", "set a b EX 1 PX 1|", "set a b NX XX|", "set a b foo|", "set a b NX foo|", "set a b EX NX|", "set a b EX 0|",
        "lpop l x|", "rpop l \"\"|", "lpop l -1|", "lrange l x 1|", "incrby a x|", "expire a x|", "select x|", "select 99|", "flushall x|", "client no-evict x|", "client setname \"a b\"|",
        "hello x|", "hello 2 foo|", "hello 2 AUTH|", "auth a|", "auth a b|",
    ];

    [Fact]
    public async Task It_refuses_in_the_same_words()
    {
        using var itself = new RealRedis();
        await using var ours = new RedisServing();
        var differences = new StringBuilder();
        foreach (var said in Cases)
        {
            using var there = await itself.ConnectAsync();
            using var here = await ours.ConnectAsync();
            var (expected, answered) = (await AllAsync(there, said), await AllAsync(here, said));
            if (expected != answered) differences.Append($"{said}\n  Redis {expected}\n  ours  {answered}\n");
        }

        Assert.Equal("", differences.ToString());
    }

    // What comes up to the answer to a last command, or to the end of a connection that does not get that far.
    private static async Task<string> AllAsync(Peer peer, string said)
    {
        var all = "";
        await peer.SendAsync((said + Ping).Replace("|", "\r\n", StringComparison.Ordinal));
        try
        {
            while (!all.EndsWith("+PONG\r\n", StringComparison.Ordinal))
            {
                var some = await peer.ReceiveTextAsync();
                if (some.Length == 0) return all + "(end)";
                all += some;
            }
        }
        catch (System.Net.Sockets.SocketException)
        {
            // It closed without having read everything.
            return all + "(end)";
        }

        return all;
    }

    private static string Long(int length) => new('x', length);
}
