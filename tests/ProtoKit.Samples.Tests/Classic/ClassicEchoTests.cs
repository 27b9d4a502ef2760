using System.Diagnostics;
using System.Text;
using Xunit;

namespace Samples.Tests;

/// <summary>The origin echo servers' wire, byte for byte, in each of their settings.</summary>
public sealed class ClassicEchoTests
{
    [Theory]
    [InlineData(ClassicReply.Echo, "hello")]
    [InlineData(ClassicReply.EchoThanks, "hellothank you!")]
    [InlineData(ClassicReply.Ok, "OK")]
    [InlineData(ClassicReply.Thanks, "thank you!")]
    [InlineData(ClassicReply.Ones, "1111")]
    public async Task Each_reply_answers_in_its_own_words(ClassicReply reply, string answer)
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(reply)));
        using var peer = await Peer.ConnectAsync(server);
        for (var i = 0; i < 3; i++)
        {
            await peer.SendAsync("hello");
            await peer.ExpectAsync(answer);
        }
    }

    [Fact]
    public async Task The_origin_client_has_its_ten_echoes_and_its_goodbye()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer()));
        using var peer = await Peer.ConnectAsync(server);
        for (var i = 1; i <= 10; i++)
        {
            await peer.SendAsync($"第:{i} 条消息。");
            await peer.ExpectAsync($"第:{i} 条消息。");
        }

        await peer.SendAsync("Bye");
        Assert.Empty(await peer.ReceiveAsync());
    }

    [Theory]
    [InlineData("bye", true)]
    [InlineData("Bye\n", true)]
    [InlineData(" Bye", true)]
    [InlineData("Bye", false)]
    public async Task What_is_not_quite_a_goodbye_is_echoed(string text, bool bye)
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(bye: bye)));
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(text);
        await peer.ExpectAsync(text);
    }

    [Fact]
    public async Task Fifteen_hundred_bytes_at_once_are_two_messages()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(ClassicReply.Ok)));
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(new string('x', 1500));
        await peer.ExpectAsync("OKOK");
        await peer.SilenceAsync(100);
    }

    [Theory]
    [InlineData(ClassicEncoding.Utf8)]
    [InlineData(ClassicEncoding.Gb2312)]
    public async Task A_character_cut_by_a_receive_is_no_error(ClassicEncoding encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Encoding.GetEncoding(encoding == ClassicEncoding.Utf8 ? "utf-8" : "gb2312").GetBytes("x" + string.Concat(Enumerable.Repeat("中文", 600)));
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(encoding: encoding)));
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(text);
        Assert.Equal(text, await peer.ReceiveAsync(all => all.Length >= text.Length));
    }

    [Fact]
    public async Task A_bad_message_closes_its_own_connection_only()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer()));
        using var witness = await Peer.ConnectAsync(server);
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(new byte[] { 0xFF, 0xFE });
        Assert.Empty(await peer.ReceiveToEndAsync());
        await witness.SendAsync("still here");
        await witness.ExpectAsync("still here");
    }

    [Fact]
    public async Task A_delay_comes_before_each_answer()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer(delay: TimeSpan.FromMilliseconds(300))));
        using var peer = await Peer.ConnectAsync(server);
        var waited = Stopwatch.StartNew();
        await peer.SendAsync("a");
        await peer.ExpectAsync("a");
        Assert.InRange(waited.ElapsedMilliseconds, 290, 5000);
    }
}
