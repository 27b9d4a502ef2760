using System.Globalization;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>A client with the receive sizes of the origin's, which takes each receive for a message.</summary>
[Collection(nameof(Pauses))]
public sealed class OriginFileClientTests : IAsyncDisposable
{
    // After an upload it waits as a person at the menu would: this wire has no other way to keep the next command from the mark.
    private const string Client = """
        import os, socket, sys, time
        wire = socket.create_connection(("127.0.0.1", int(sys.argv[1])))

        def ask(request):
            wire.send(request.encode())
            return wire.recv(128).decode()

        for order in sys.argv[2:]:
            verb, _, rest = order.partition(" ")
            if verb == "quit":
                wire.send(b"Q")
                print("closed" if wire.recv(1) == b"" else "open")
                continue
            name = os.path.basename(rest)
            answer = ask({"list": "L", "get": f"G {name}", "put": f"P {name}"}[verb])
            if answer != "OK":
                print(answer)
            elif verb == "list":
                print(wire.recv(4096).decode(), end="")
            elif verb == "get":
                with open(rest, "wb") as file:
                    for chunk in iter(lambda: wire.recv(1024), b"##"):
                        if not chunk:
                            sys.exit("the server left in the middle")
                        file.write(chunk)
                print("got")
            else:
                with open(rest, "rb") as file:
                    wire.sendall(file.read())
                time.sleep(0.1)
                wire.send(b"##")
                time.sleep(0.4)
                print("put")
        """;

    private readonly FreshLibrary library = new();
    private readonly FreshLibrary own = new();
    private readonly ProtocolServer server;

    public OriginFileClientTests() => server = Serving.Start(FtpClassic.Service(() => new ClassicFileServer(library.Files)));

    [Fact]
    public async Task Of_an_empty_library_it_hears_that_it_is_empty() =>
        Assert.Equal("文件库为空\nclosed\n", await OrderAsync("list", "quit"));

    [Theory]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(5000)]
    public async Task It_puts_lists_and_gets_a_file(int length)
    {
        var content = TestLibrary.Bytes(length);
        File.WriteAllBytes(own.PathOf("a"), content);
        Assert.Equal("put\na\nclosed\n", await OrderAsync("put " + own.PathOf("a"), "list", "quit"));
        Assert.Equal(content, File.ReadAllBytes(library.PathOf("a")));
        File.Delete(own.PathOf("a"));
        Assert.Equal("got\nclosed\n", await OrderAsync("get " + own.PathOf("a"), "quit"));
        Assert.Equal(content, File.ReadAllBytes(own.PathOf("a")));
    }

    [Fact]
    public async Task A_mark_inside_a_file_ends_neither_way()
    {
        File.WriteAllText(own.PathOf("marks"), "##one##two");
        Assert.Equal("put\ngot\n", await OrderAsync("put " + own.PathOf("marks"), "get " + own.PathOf("marks")));
        Assert.Equal("##one##two", File.ReadAllText(library.PathOf("marks")));
        Assert.Equal("##one##two", File.ReadAllText(own.PathOf("marks")));
    }

    [Fact]
    public async Task What_it_cannot_have_is_told_in_the_origins_words()
    {
        File.WriteAllText(library.PathOf("a"), "theirs");
        File.WriteAllText(own.PathOf("a"), "mine");
        Assert.Equal("文件不存在\n文件已存在\na\nclosed\n", await OrderAsync("get none", "put " + own.PathOf("a"), "list", "quit"));
        Assert.Equal("theirs", File.ReadAllText(library.PathOf("a")));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        library.Dispose();
        own.Dispose();
    }

    private async Task<string> OrderAsync(params string[] orders)
    {
        var port = server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return (await ForeignProgram.RunAsync("python3", ["-c", Client, port, .. orders])).ReplaceLineEndings("\n");
    }
}
