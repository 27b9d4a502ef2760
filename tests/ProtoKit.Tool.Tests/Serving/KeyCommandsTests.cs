using ProtoKit.Tool.Serving;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Tests.Serving;

public sealed class KeyCommandsTests
{
    [Fact]
    public async Task Each_key_does_what_it_says_and_the_others_nothing()
    {
        var (done, told) = await PressAsync("xcQC\n?cq");
        Assert.Equal("list list stop", done);
        Assert.StartsWith("q stops, c lists connections, ? helps\n  q  stops", told);
    }

    [Fact]
    public async Task Every_q_asks_for_a_stop_and_the_first_tells_of_the_second()
    {
        var (done, told) = await PressAsync("qq");
        Assert.Equal("stop stop", done);
        Assert.Single(told.Split('\n'), line => line.EndsWith("q again stops at once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nobody_sits_at_the_keyboard_nothing_is_said_of_keys() => Assert.Equal(("", ""), await PressAsync(null));

    [Fact]
    public async Task The_keyboard_is_given_back()
    {
        var keys = new Pressed("");
        using (var commands = new KeyCommands(Console(new StringWriter(), keys), () => { }, () => { })) await commands.Start();
        Assert.True(keys.IsGivenBack);
    }

    private static async Task<(string Done, string Told)> PressAsync(string? keys)
    {
        var done = new List<string>();
        var told = new StringWriter();
        using var commands = new KeyCommands(Console(told, keys is null ? null : new Pressed(keys)), () => done.Add("stop"), () => done.Add("list"));
        await commands.Start();
        return (string.Join(' ', done), told.ToString());
    }

    private static ToolConsole Console(TextWriter error, IKeys? keys) => new()
    {
        In = new Lazy<TextReader>(() => TextReader.Null),
        Out = TextWriter.Null,
        Error = error,
        OutBytes = Stream.Null,
        Directory = Environment.CurrentDirectory,
        Keys = () => keys,
    };

    private sealed class Pressed(string keys) : IKeys
    {
        private int next;

        public bool IsGivenBack { get; private set; }

        public Task<char?> NextAsync() => Task.FromResult<char?>(next < keys.Length ? keys[next++] : null);

        public void Dispose() => IsGivenBack = true;
    }
}
