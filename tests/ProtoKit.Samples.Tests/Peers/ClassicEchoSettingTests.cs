using Xunit;

namespace Samples.Tests.Peers;

/// <summary>The settings of the origin echo servers which show more on the screen than on the wire.</summary>
[Collection(nameof(Pauses))]
public sealed class ClassicEchoSettingTests
{
    [Theory]
    [InlineData(ClassicEncoding.Utf8, new byte[] { 0xE4, 0xBD, 0xA0, 0x1B })]
    [InlineData(ClassicEncoding.Gb2312, new byte[] { 0xC4, 0xE3, 0x1B })]
    public async Task With_no_reply_the_message_is_shown_and_nothing_is_answered(ClassicEncoding encoding, byte[] message)
    {
        var usual = Console.Out;
        using var screen = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(screen));
        try
        {
            await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(ClassicReply.None, encoding)));
            using var peer = await Peer.ConnectAsync(server);
            await peer.SendAsync(message);
            await peer.SilenceAsync(200);
            await peer.SendAsync("Bye");
            Assert.Empty(await peer.ReceiveToEndAsync());
        }
        finally
        {
            Console.SetOut(usual);
        }

        Assert.Equal("你\\x1b", screen.ToString().TrimEnd());
    }

    [Fact]
    public async Task Binary_bytes_come_back_untouched()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(encoding: ClassicEncoding.Binary)));
        using var peer = await Peer.ConnectAsync(server);
        byte[][] messages = [[0xFF, 0xFE], all, [0], [0xE4]];
        foreach (var message in messages)
        {
            await peer.SendAsync(message);
            Assert.Equal(message, await peer.ReceiveAsync(came => came.Length >= message.Length));
        }
    }

    [Fact]
    public async Task Binary_bytes_have_their_goodbye_too()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(encoding: ClassicEncoding.Binary)));
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync("Bye");
        Assert.Empty(await peer.ReceiveToEndAsync());
    }
}
