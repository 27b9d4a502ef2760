using System.Globalization;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>Another language's sockets, one byte a segment there and one byte a receive back.</summary>
public sealed class PythonSocketTests
{
    private const string ByteByByte = """
        import socket, sys
        s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
        s.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for byte in sys.stdin.buffer.read():
            s.send(bytes([byte]))
        s.shutdown(socket.SHUT_WR)
        while byte := s.recv(1):
            sys.stdout.buffer.write(byte)
        """;

    [Theory]
    [InlineData("##")]
    [InlineData("one##two\r\nP x 3\r\n##")]
    [InlineData("")]
    public async Task A_file_with_marks_goes_up_and_down_byte_by_byte(string content)
    {
        using var library = new FreshLibrary();
        await using var server = Serving.Start(Ftp.Service(() => new FileServer(library.Files)));
        var said = await PythonAsync(server, $"P a {content.Length}\r\n{content}G a\r\nL\r\nQ\r\n");
        Assert.Equal($"OK stored\r\nOK {content.Length}\r\n{content}OK 1\r\n{content.Length} a\r\nBYE\r\n", said);
        Assert.Equal(content, File.ReadAllText(library.PathOf("a")));
    }

    [Fact]
    public async Task A_second_put_of_the_name_is_refused_and_its_bytes_are_no_commands()
    {
        using var library = new FreshLibrary();
        await using var server = Serving.Start(Ftp.Service(() => new FileServer(library.Files)));
        var said = await PythonAsync(server, "P a 1\r\n1P a 3\r\nQ\r\nG a\r\nQ\r\n");
        Assert.Matches("^OK stored\r\nERR exists [^\r]*\r\nOK 1\r\n1BYE\r\n$", said);
    }

    [Fact]
    public async Task Text_is_echoed_byte_by_byte()
    {
        await using var server = Serving.Start(Echo.Service(() => new EchoServer()));
        Assert.Equal("第一条消息。\r\n😀\n", await PythonAsync(server, "第一条消息。\r\n😀\nBye\n"));
    }

    private static Task<string> PythonAsync(ProtocolServer server, string input) => ForeignProgram.RunAsync(
        "python3", ["-c", ByteByByte, server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture)], input);
}
