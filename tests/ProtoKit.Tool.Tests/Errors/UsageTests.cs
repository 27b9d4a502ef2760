using System.Text.Json;

namespace ProtoKit.Tool.Tests.Errors;

public sealed class UsageTests
{
    [Theory]
    [InlineData("serv", "unknown verb 'serv'; did you mean serve?")]
    [InlineData("serve --prot x", "unknown option '--prot'")]
    [InlineData("serve --protocl", "unknown option '--protocl'; did you mean --protocol?")]
    [InlineData("describe a b", "unknown argument 'b'")]
    [InlineData("serve --model epol", "--model epol is none of iterative, thread, process, poll, select, epoll, async; did you mean epoll?")]
    [InlineData("serve --workers 0", "--workers 0 is not a number from 1 to 512")]
    [InlineData("serve --workers 513", "--workers 513 is not a number from 1 to 512")]
    [InlineData("serve --workers two", "--workers two is not a number from 1 to 512")]
    [InlineData("serve --model thread --workers 2", "--workers goes with the models epoll, async, process; thread serves in one process")]
    [InlineData("serve --listen unix:", "--listen unix:: it names no socket")]
    [InlineData("serve --listen tls://:1", "--listen tls://:1: 'tls://127.0.0.1:1' asks for tls, which this version does not speak; tcp://HOST:PORT, udp://HOST:PORT and unix:PATH it does")]
    [InlineData("serve --model banana", "--model banana is none of iterative, thread, process, poll, select, epoll, async")]
    [InlineData("serve --drain 10", "--drain 10 is not a time; like 250ms, 10s, 2m")]
    [InlineData("serve --listen nowhere", "--listen nowhere: it is not tcp://HOST:PORT, HOST:PORT, :PORT, udp://HOST:PORT or unix:PATH")]
    [InlineData("describe --format html", "'html' is no format of this protokit: text, json, markdown, mermaid, wireshark")]
    public async Task A_usage_error_is_one_line_on_stderr_and_exit_2(string line, string message)
    {
        var run = await ToolRun.OfAsync(line.Split(' '));
        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Out);
        Assert.StartsWith($"error: {message}\n", run.Error);
    }

    [Fact]
    public async Task With_json_it_is_one_json_line()
    {
        var run = await ToolRun.OfAsync("serve", "--modle", "--json");
        Assert.Equal(2, run.Exit);
        var error = JsonDocument.Parse(run.Error).RootElement;
        Assert.Equal(("error", 2, "usage"), (error.GetProperty("type").GetString(), error.GetProperty("exit").GetInt32(), error.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Help_goes_to_stdout()
    {
        var run = await ToolRun.OfAsync("serve", "--help");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("--listen <URL>", run.Out);
    }
}
