using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit;
using ProtoKit.Transports;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>The samples' echoes over UDP, under every model: a datagram is answered by one datagram.</summary>
public sealed class DatagramModelTests
{
    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    [Theory, MemberData(nameof(Models))]
    public async Task Each_exchange_of_the_transcripts_that_fits_a_datagram_is_answered(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo", "udp");
        using var client = ClientOf(served);
        foreach (var exchange in Transcript.OfSample("echo").SelectMany(transcript => transcript.Exchanges).Where(Fits))
        {
            await client.SendAsync(exchange.Sent);
            var answer = await HearAsync(client);
            Assert.True(exchange.Answer.Is(answer), Encoding.UTF8.GetString(answer));
        }

        static bool Fits(Exchange exchange) => !exchange.Answer.Is([]) && exchange.Sent.Length is > 1 and < 65_000;
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Ones_are_said_once_for_each_line_in_one_datagram(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo-classic", "udp", reply: ClassicReply.Ones);
        using var client = ClientOf(served);
        foreach (var (datagram, lines) in new[] { ("hello", 1), ("a\nb\n", 2), ("a\nb\nc", 3), ("\n\n\n", 3), ("a\rb", 1), ("", 0) })
        {
            await client.SendAsync(Encoding.UTF8.GetBytes(datagram));
            Assert.Equal(string.Concat(Enumerable.Repeat("1111", lines)), Encoding.UTF8.GetString(await HearAsync(client)));
        }
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Every_size_comes_back_to_its_sender(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo-classic", "udp");
        using var client = ClientOf(served);
        using var other = ClientOf(served);
        foreach (var size in new[] { 0, 1, 1023, 1024, 1025, 1472, 1473, 9000, 65506, 65507 })
        {
            var datagram = Enumerable.Repeat((byte)'x', size).ToArray();
            await client.SendAsync(datagram);
            await other.SendAsync("other"u8.ToArray());
            Assert.Equal(datagram, await HearAsync(client));
            Assert.Equal("other", Encoding.UTF8.GetString(await HearAsync(other)));
        }
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Of_thousands_with_a_reader_that_keeps_up_nearly_all_are_answered(ConcurrencyModel model)
    {
        const int All = 2000, Together = 16;
        await using var served = new ModelServer(model, "echo-classic", "udp");
        using var client = ClientOf(served);
        var answered = 0;
        for (var sent = 0; sent < All; sent += Together)
        {
            for (var i = 0; i < Together; i++) await client.SendAsync(Encoding.UTF8.GetBytes($"datagram {sent + i}"));
            try
            {
                for (var i = 0; i < Together; i++, answered++) await HearAsync(client, TimeSpan.FromSeconds(2));
            }
            catch (OperationCanceledException)
            {
                // Lost, which a datagram may be.
            }
        }

        Assert.InRange(answered, All * 99 / 100, All);
    }

    [Fact]
    public void A_protocol_with_bodies_is_refused_with_what_to_use_instead()
    {
        var refused = Assert.Throws<TransportException>(() => new ModelServer(ConcurrencyModel.Epoll, "ftp", "udp"));
        Assert.Contains("tcp://", refused.Message);
    }

    private static Socket ClientOf(ModelServer served)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(IPAddress.Loopback, served.Endpoint.Port);
        return socket;
    }

    private static async Task<byte[]> HearAsync(Socket socket, TimeSpan? patience = null)
    {
        using var late = new CancellationTokenSource(patience ?? TimeSpan.FromSeconds(20));
        var room = new byte[70_000];
        return room[..await socket.ReceiveAsync(room, late.Token)];
    }
}
