using System.Diagnostics;
using System.Text.Json;

namespace ProtoKit.Tool.Tests.Serving;

public sealed class SignalTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_first_signal_drains(string signal)
    {
        using var tool = new ToolProcess("serve", ToolRun.Server, "--protocol", "fake", "--json");
        Assert.Contains("listening", await tool.LineAsync());
        Assert.Contains("ready", await tool.LineAsync());
        tool.Signal(signal);
        Assert.Equal("""{"v":1,"type":"stopped","drained":true,"exit":0}""", await tool.LineAsync());
        Assert.Equal(0, await tool.ExitAsync());
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task The_second_signal_aborts(string signal, int exit)
    {
        using var tool = new ToolProcess("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=stubborn", "--json");
        await tool.LineAsync();
        await tool.LineAsync();
        tool.Signal(signal);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        tool.Signal(signal);
        Assert.Equal(exit, await tool.ExitAsync());
    }

    [Fact]
    public async Task A_tool_that_is_killed_leaves_no_server_behind()
    {
        using var tool = new ToolProcess("serve", ToolRun.Server, "--protocol", "fake", "--json");
        await tool.LineAsync();
        var pid = JsonDocument.Parse((await tool.LineAsync())!).RootElement.GetProperty("pid").GetInt32();
        tool.Signal("KILL");
        await tool.ExitAsync();
        using var server = Alive(pid);
        Assert.True(server is null || server.WaitForExit(5000));
    }

    private static Process? Alive(int pid)
    {
        try
        {
            return Process.GetProcessById(pid);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
