using System.Globalization;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>Everything glued into one stream, then FIN: the answers still come, and the server ends the conversation.</summary>
public sealed class NetcatTests
{
    [Fact]
    public async Task List_put_and_get_in_one_stream_have_all_their_answers()
    {
        using var library = new FreshLibrary();
        await using var server = Serving.Start(Ftp.Service(() => new FileServer(library.Files)));
        var said = await NetcatAsync(server, "L\r\nP \"a b\" 8\r\nL\r\nQ##\r\nG \"a b\"\r\nL\r\n");
        Assert.Equal("OK 0\r\nOK stored\r\nOK 8\r\nL\r\nQ##\r\nOK 1\r\n8 a b\r\n", said);
        Assert.Equal(["a b"], library.Names);
    }

    [Fact]
    public async Task Goodbye_is_the_last_answer_whatever_follows_it()
    {
        using var library = new FreshLibrary();
        await using var server = Serving.Start(Ftp.Service(() => new FileServer(library.Files)));
        Assert.Equal("OK 0\r\nBYE\r\n", await NetcatAsync(server, "L\r\nQ\r\nP late 1\r\nx"));
        Assert.Empty(library.Names);
    }

    [Fact]
    public async Task Each_line_is_echoed_with_its_own_end()
    {
        await using var server = Serving.Start(Echo.Service(() => new EchoServer()));
        Assert.Equal("one\n二\r\n\n", await NetcatAsync(server, "one\n二\r\n\nBye\nnever\n"));
    }

    [Fact]
    public async Task Ten_thousand_lines_and_a_half_close_lose_nothing()
    {
        await using var server = Serving.Start(Echo.Service(() => new EchoServer()));
        var lines = string.Concat(Enumerable.Range(0, 10_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}\n")));
        Assert.Equal(lines, await NetcatAsync(server, lines));
    }

    private static async Task<string> NetcatAsync(ProtocolServer server, string input)
    {
        // Only one of the programs of this name half-closes when asked with -N.
        using (var help = ForeignProgram.Start("nc", ["-h"]))
        {
            var (_, text) = await help.EndAsync();
            var halfCloses = (help.Said + text).Contains("Shutdown the network socket after EOF", StringComparison.Ordinal);
            Assert.SkipUnless(halfCloses, "this nc has no -N");
        }

        var port = server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return await ForeignProgram.RunAsync("nc", ["-N", "127.0.0.1", port], input);
    }
}
