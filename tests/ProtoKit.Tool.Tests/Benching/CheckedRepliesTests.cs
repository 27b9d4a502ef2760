using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ProtoKit.Tool.Tests.Benching;

public sealed class CheckedRepliesTests
{
    [Fact]
    public async Task A_reply_that_differs_is_an_error()
    {
        using var server = new LineServer((number, line) => number % 50 == 0 ? "something else" : line);
        var run = await server.BenchAsync("-c", "2", "--command", "line hello", "--fail-if", "errors>0");
        Assert.Equal(1, run.Exit);
        Assert.Matches("\n +2 +1 .* [0-9]+ replies? differs?\n", run.Out);
        Assert.Contains("failed: 2x1 errors is ", run.Error);
    }

    [Fact]
    public async Task A_fault_is_an_error_and_is_quoted()
    {
        using var server = new LineServer((number, line) => number % 50 == 0 ? "ERR busy try later" : line);
        var row = Row(await server.BenchAsync("-c", "2", "--json"));
        Assert.InRange(row.GetProperty("errors").GetInt64(), 1, row.GetProperty("answers").GetInt64());
        Assert.Contains("faults (busy: try later)", row.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task Replies_that_vary_by_nature_are_read_by_the_declaration()
    {
        using var server = new LineServer((number, _) => $"line {number}");
        var row = Row(await server.BenchAsync("-c", "2", "--json"));
        Assert.Equal((0, "replies vary, each was read"), (row.GetProperty("errors").GetInt64(), row.GetProperty("notes")[0].GetString()));
    }

    [Fact]
    public async Task A_connection_that_the_server_ends_is_an_error_and_another_takes_its_place()
    {
        using var server = new LineServer((number, line) => number % 50 == 0 ? null : line);
        var row = Row(await server.BenchAsync("-c", "2", "--json"));
        Assert.True(row.GetProperty("answers").GetInt64() > 40);
        Assert.Contains("closed by the server", row.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task Who_serves_one_at_a_time_holds_the_others_back_and_is_measured_all_the_same()
    {
        using var server = new LineServer((_, line) => line, oneAtATime: true);
        var run = await server.BenchAsync("-c", "4", "--json");
        var row = Row(run);
        Assert.Equal((0, 3, 0), (run.Exit, row.GetProperty("heldBack").GetInt32(), row.GetProperty("errors").GetInt64()));
        Assert.True(row.GetProperty("answers").GetInt64() > 0);
    }

    [Fact]
    public async Task A_rate_counts_the_time_that_a_command_had_to_wait_to_be_sent()
    {
        using var server = new LineServer((_, line) =>
        {
            Thread.Sleep(20);
            return line;
        });
        // 20 ms each, and one wanted every 5 ms: the last of them is late by much more than its own time.
        var row = Row(await server.BenchAsync("-c", "1", "--rate", "200", "--json"));
        Assert.True(row.GetProperty("maxMs").GetDouble() > 100);
        Assert.Matches("only [0-9]+ % of the rate", row.GetProperty("notes")[0].GetString());
    }

    [Fact]
    public async Task A_datagram_that_nobody_answers_is_lost_and_an_error()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        _ = AnswerAllButAsync(50, server);
        var run = await ToolRun.OfAsync("bench", $"udp://{server.Client.LocalEndPoint}", "--proto", ToolRun.Sample("Echo"), "--protocol", "echo",
            "-c", "1", "-d", "2s", "--warmup", "0s", "--json");
        Assert.Equal((1, "1 lost"), (Row(run).GetProperty("errors").GetInt64(), Row(run).GetProperty("notes")[0].GetString()));
    }

    [Fact]
    public async Task A_command_that_is_refused_makes_no_load()
    {
        using var server = new LineServer((_, _) => "ERR busy try later");
        var run = await server.BenchAsync();
        // What may be anything may look like a fault, and a server that only refuses is none to be measured.
        Assert.Equal(1, run.Exit);
        Assert.StartsWith("error: the server refuses 'line text=", run.Error);
    }

    private static async Task AnswerAllButAsync(int one, UdpClient server)
    {
        for (var number = 1; ; number++)
        {
            var heard = await server.ReceiveAsync();
            if (number != one) await server.SendAsync(heard.Buffer, heard.RemoteEndPoint);
        }
    }

    private static JsonElement Row(ToolRun run) => JsonDocument.Parse(run.Out).RootElement.GetProperty("rows")[0];
}
