using System.Text.Json;
using static ProtoKit.Tool.Tests.Speaking.ByteServer;

namespace ProtoKit.Tool.Tests.Speaking;

/// <summary>Commands that are items in an envelope, and answers that are lines, values and unions.</summary>
public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("*2|$3|GET|$1|k|", "$3|a b|", "a b\n", "get", "k")]
    [InlineData("*2|$3|GET|$1|k|", "$-1|", "(nil)\n", "get", "k")]
    [InlineData("*2|$3|GET|$0||", "$0||", "\n", "get", "")]
    [InlineData("*6|$3|SET|$1|k|$3|a b|$2|EX|$2|10|$2|NX|", "+OK|", "OK\n", "set", "k", "a b", "EX", "10", "NX")]
    [InlineData("*3|$3|SET|$1|k|$2|hi|", "$-1|", "(nil)\n", "set", "k", "0x6869")]
    [InlineData("*5|$4|MSET|$1|a|$1|1|$1|b|$1|2|", "+OK|", "OK\n", "mset", "a", "1", "b", "2")]
    [InlineData("*4|$4|MGET|$1|a|$1|b|$1|c|", "*3|$1|1|$-1|$1|3|", "1) 1\n2) (nil)\n3) 3\n", "mget", "a", "b", "c")]
    [InlineData("*2|$4|KEYS|$1|x|", "*0|", "(empty)\n", "keys", "x")]
    [InlineData("*2|$4|INCR|$1|k|", ":43|", "43\n", "incr", "k")]
    [InlineData("*2|$4|LPOP|$1|k|", "*3|:1|*2|$1|a|+b|-ERR c|", "1) (integer) 1\n2) 1) a\n   2) b\n3) (failure) ERR c\n", "lpop", "k")]
    [InlineData("*3|$6|CONFIG|$3|GET|$1|x|", "*2|$1|x|$1|1|", "1) x\n2) 1\n", "CONFIG GET", "x")]
    [InlineData("*2|$4|TYPE|$1|k|", "+string|", "string\n", "type", "k")]
    public async Task A_command_is_items_and_its_answer_shows_as_people_know_it(string sent, string answer, string shown, params string[] words)
    {
        using var server = new ByteServer((Text(sent), Text(answer)));
        var run = await server.CallAsync("redis", words);
        Assert.Null(server.Wrong);
        Assert.Equal((0, shown, ""), (run.Exit, run.Out, run.Error));
    }

    [Theory]
    [InlineData("-ERR value is not an integer or out of range|", "bad-argument: ERR value is not an integer or out of range")]
    [InlineData("-WRONGTYPE Operation against a key|", "WRONGTYPE: Operation against a key")]
    [InlineData("-ERR wrong number of arguments for 'set' command|", "bad-argument: ERR wrong number of arguments for 'set' command")]
    public async Task A_fault_is_none_of_the_cases_of_an_answer(string answer, string message)
    {
        using var server = new ByteServer((Text("*3|$3|SET|$1|k|$1|v|"), Text(answer)));
        var run = await server.CallAsync("redis", "set", "k", "v");
        Assert.Equal((1, "", $"error: {message}\n"), (run.Exit, run.Out, run.Error));
    }

    [Fact]
    public async Task As_json_a_union_says_its_case()
    {
        using var server = new ByteServer((Text("*2|$4|LPOP|$1|k|"), Text("*2|:1|$-1|")));
        var json = JsonDocument.Parse((await server.CallAsync("redis", "lpop", "k", "--json")).Out).RootElement;
        Assert.Equal(
            """{"name":"Resp","case":"Array","fields":{"items":[{"case":"Integer","value":1},{"case":"Bulk","data":null}]}}""",
            json.GetProperty("replies")[0].ToString());
    }

    [Fact]
    public async Task Enveloped_pushes_are_shown_as_they_come()
    {
        using var server = new ByteServer(
            (Text("*2|$9|SUBSCRIBE|$2|ch|"), Text("*3|$9|subscribe|$2|ch|:1|*3|$7|message|$2|ch|$2|hi|")), (Text("*1|$4|PING|"), Text("*2|$4|pong|$0||")));
        var run = await server.SayAsync("redis", "subscribe ch\nping\n", "--json");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("""{"v":1,"type":"push","name":"Subscribed","fields":{"channel":"ch","count":1}}""", run.Out);
        Assert.Contains("""{"v":1,"type":"push","name":"Message","fields":{"channel":"ch","payload":"hi"}}""", run.Out);
    }

    [Fact]
    public async Task A_probe_pings()
    {
        using var server = new ByteServer((Text("*1|$4|PING|"), Text("+PONG|")));
        var run = await server.ProbeAsync("redis");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.StartsWith($"ok {server.Url} speaks redis (connect ", run.Out);
    }
}
