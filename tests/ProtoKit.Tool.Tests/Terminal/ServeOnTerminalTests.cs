namespace ProtoKit.Tool.Tests.Terminal;

public sealed class ServeOnTerminalTests
{
    private const string Hint = "q stops, c lists connections, ? helps";

    [Fact]
    public async Task Keys_help_list_and_stop()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake");
        await (await terminal.SeesAsync(Hint)).TypesAsync("x?");
        await (await terminal.SeesAsync("this help")).TypesAsync("c");
        await (await terminal.SeesAsync("#7    fake      127.0.0.1:51514  1m12s         3")).TypesAsync("q");
        var (exit, shown) = await terminal.EndsAsync();
        Assert.Equal(0, exit);
        Assert.Contains("\nstopped\n", shown);
    }

    [Fact]
    public async Task The_second_q_does_not_wait_for_connections()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=stubborn");
        await (await terminal.SeesAsync(Hint)).TypesAsync("q");
        await (await terminal.SeesAsync("q again stops at once")).TypesAsync("q");
        Assert.Equal(10, (await terminal.EndsAsync()).Exit);
    }

    [Fact]
    public async Task A_q_and_a_Ctrl_C_are_two()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=stubborn");
        await (await terminal.SeesAsync(Hint)).TypesAsync("q");
        await (await terminal.SeesAsync("q again stops at once")).TypesAsync("\u0003");
        Assert.Equal(10, (await terminal.EndsAsync()).Exit);
    }

    [Fact]
    public async Task Ctrl_C_stops_as_ever()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake");
        await (await terminal.SeesAsync(Hint)).TypesAsync("\u0003");
        Assert.Equal(0, (await terminal.EndsAsync()).Exit);
    }

    [Fact]
    public async Task A_server_that_dies_leaves_the_terminal_as_it_was()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake", "--set", "act=die");
        Assert.Equal(77, (await terminal.EndsAsync()).Exit);
    }

    [Theory]
    [InlineData("--stdin")]
    [InlineData("--json")]
    public async Task Without_a_keyboard_a_key_is_none(string option)
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake", option);
        await (await terminal.SeesAsync("ready")).TypesAsync("q");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await terminal.TypesAsync("\u0003");
        Assert.DoesNotContain("q stops", (await terminal.EndsAsync()).Shown);
    }

    [Fact]
    public async Task With_stdin_a_line_stops()
    {
        using var terminal = new TerminalRun("serve", ToolRun.Server, "--protocol", "fake", "--stdin");
        await (await terminal.SeesAsync("ready")).TypesAsync("that is all\r");
        Assert.Equal(0, (await terminal.EndsAsync()).Exit);
    }
}
