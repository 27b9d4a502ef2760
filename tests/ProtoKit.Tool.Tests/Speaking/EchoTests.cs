namespace ProtoKit.Tool.Tests.Speaking;

public sealed class EchoTests
{
    [Fact]
    public async Task What_is_no_command_is_what_a_command_without_a_verb_says()
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo", "echo-classic"]);
        foreach (var protocol in new[] { "echo", "echo-classic" })
        {
            var run = await echo.SayAsync(protocol, Environment.CurrentDirectory, "hello   world\nline 5\n\"quoted\"\nBye\n");
            Assert.Equal("hello   world\nline 5\n\"quoted\"\n", run.Out.Replace("(empty)\n", ""));
        }
    }

    [Fact]
    public async Task A_peers_bytes_reach_a_person_escaped()
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        var run = await echo.CallAsync("echo", Environment.CurrentDirectory, "line", "text=a\u001b[31mb");
        Assert.Equal("a\\x1b[31mb\n", run.Out);
    }

    [Fact]
    public async Task The_servers_end_is_noticed_while_nothing_is_typed()
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        using var tool = new Serving.ToolProcess("connect", echo["echo"], "--proto", echo.Sample, "--protocol", "echo");
        await tool.Input.WriteLineAsync("one");
        Assert.Equal("one", await tool.LineAsync());
        echo.Stop();
        Assert.Equal(1, await tool.ExitAsync());
        Assert.Equal("error: the server closed the connection\n", tool.Error);
    }
}
