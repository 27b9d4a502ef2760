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

    [Theory]
    [InlineData("tex=1\n", "text=tex=1")]
    [InlineData("a tex=1\n", "a", "tex=1")]
    [InlineData("b=1\n", "b=1")]
    public async Task What_only_looks_like_a_field_can_be_said(string heard, params string[] words)
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        var run = await echo.CallAsync("echo", Environment.CurrentDirectory, ["line", .. words]);
        Assert.Equal((0, heard, ""), (run.Exit, run.Out, run.Error));
    }

    [Theory]
    [InlineData("hello\nBye\n# a comment\n\nnever\nsaid\n", "2 lines after the end not sent\n")]
    [InlineData("hello\nquit\nnever\n", "1 line after the end not sent\n")]
    [InlineData("hello\nBye\n", "")]
    public async Task Lines_behind_the_last_command_are_counted(string lines, string told)
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        var run = await echo.SayAsync("echo", Environment.CurrentDirectory, lines);
        Assert.Equal((0, "hello\n", told), (run.Exit, run.Out, run.Error));
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
