using System.Diagnostics;
using ProtoKit.Tool.Tests.Speaking;

namespace ProtoKit.Tool.Tests.Terminal;

public sealed class ConnectOnTerminalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("hal")]
    public async Task The_servers_end_is_noticed_at_once_while_the_prompt_waits(string typed)
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        using var terminal = On(echo);
        await (await terminal.SeesAsync("> ")).TypesAsync(typed);
        await terminal.SeesAsync(typed);
        // A second is meant; the rest is what the server's own end may take on a busy machine.
        var clock = Stopwatch.StartNew();
        echo.Stop();
        var (exit, shown) = await terminal.EndsAsync();
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
        Assert.Equal(1, exit);
        Assert.EndsWith("\nerror: the server closed the connection\n", shown);
    }

    [Fact]
    public async Task Ctrl_D_ends_it()
    {
        await using var echo = await ServedSample.StartAsync("Echo", ["echo"]);
        using var terminal = On(echo);
        await (await terminal.SeesAsync("> ")).TypesAsync("hello");
        // Only now does the editor have the keyboard; an Enter that comes before is another key.
        await (await terminal.SeesAsync("> hello")).TypesAsync("\r");
        await (await terminal.SeesAsync("\nhello\r\n")).TypesAsync("\u0004");
        Assert.Equal(0, (await terminal.EndsAsync()).Exit);
    }

    private static TerminalRun On(ServedSample echo) => new("connect", echo["echo"], "--proto", echo.Sample, "--protocol", "echo");
}
