namespace ProtoKit.Tool.Tests.Serving;

public sealed class StandardInputTests
{
    private const string Stopped = """{"v":1,"type":"stopped","drained":true,"exit":0}""";

    [Theory]
    [InlineData("a line\n")]
    [InlineData(null)]
    public async Task With_stdin_a_line_or_the_end_stops(string? said)
    {
        using var tool = await ServeAsync("--stdin");
        if (said is null) tool.Input.Close();
        else await SayAsync(tool, said);
        Assert.Equal(Stopped, await tool.LineAsync());
        Assert.Equal(0, await tool.ExitAsync());
    }

    [Fact]
    public async Task With_stdin_half_a_line_does_not_stop()
    {
        using var tool = await ServeAsync("--stdin");
        await SayAsync(tool, "half a li");
        var line = tool.LineAsync();
        Assert.NotSame(line, await Task.WhenAny(line, Task.Delay(500, TestContext.Current.CancellationToken)));
        tool.Input.Close();
        Assert.Equal(Stopped, await line);
    }

    [Fact]
    public async Task Without_it_standard_input_is_nothing()
    {
        using var tool = await ServeAsync();
        await tool.Input.WriteAsync("text\nq\n");
        tool.Input.Close();
        var line = tool.LineAsync();
        Assert.NotSame(line, await Task.WhenAny(line, Task.Delay(700, TestContext.Current.CancellationToken)));
        tool.Signal("INT");
        Assert.Equal(Stopped, await line);
    }

    private static async Task SayAsync(ToolProcess tool, string text)
    {
        await tool.Input.WriteAsync(text);
        await tool.Input.FlushAsync();
    }

    private static async Task<ToolProcess> ServeAsync(params string[] options)
    {
        var tool = new ToolProcess(["serve", ToolRun.Server, "--protocol", "fake", "--json", .. options]);
        await tool.LineAsync();
        Assert.Contains("ready", await tool.LineAsync());
        return tool;
    }
}
