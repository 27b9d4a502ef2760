using System.Globalization;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>A client like the origin's: it waits for each answer, and its last word is <c>Bye</c>.</summary>
[Collection(nameof(Pauses))]
public sealed class OriginEchoClientTests
{
    // Thanks after an echo are a second message, which may come in a receive of its own.
    private const string Client = """
        import socket, sys
        port, encoding, ending = int(sys.argv[1]), sys.argv[2], sys.argv[3].encode()
        wire = socket.create_connection(("127.0.0.1", port))
        for number in range(10):
            wire.send(f"第 {number} 句".encode(encoding))
            answer = wire.recv(1024)
            while not answer.endswith(ending):
                answer += wire.recv(1024)
            print(answer.decode(encoding))
        wire.send(b"Bye")
        print("closed" if wire.recv(1024) == b"" else "open")
        """;

    [Theory]
    [InlineData(ClassicReply.Echo, "utf-8", "", "第 {0} 句")]
    [InlineData(ClassicReply.EchoThanks, "gb2312", "thank you!", "第 {0} 句thank you!")]
    [InlineData(ClassicReply.Ok, "utf-8", "OK", "OK")]
    [InlineData(ClassicReply.Thanks, "gb2312", "thank you!", "thank you!")]
    [InlineData(ClassicReply.Ones, "utf-8", "1111", "1111")]
    public async Task Ten_messages_have_ten_answers_and_bye_closes(ClassicReply reply, string encoding, string ending, string answer)
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(reply)));
        var port = server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture);
        var said = await ForeignProgram.RunAsync("python3", ["-c", Client, port, encoding, ending]);
        var answers = Enumerable.Range(0, 10).Select(i => string.Format(CultureInfo.InvariantCulture, answer, i));
        Assert.Equal([.. answers, "closed"], said.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }
}
