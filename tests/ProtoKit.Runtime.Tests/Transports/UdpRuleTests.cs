using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit.Transports;
using ProtoKit.Transports.Udp;

namespace RuntimeTests;

/// <summary>Who is answered over UDP, and with how much.</summary>
public sealed class UdpRuleTests
{
    [Fact]
    public async Task An_answer_is_at_most_three_times_its_request()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        Assert.Equal(new string('x', 18), await udp.AskAsync("BIG 18"));
        Assert.Equal("udp-dropped", await udp.EndOfUnansweredAsync("BIG 19"));
    }

    [Fact]
    public async Task The_factor_is_the_protocols_or_the_limits_own()
    {
        await using var sixteen = new UdpServing(Signal.Service(() => new SignalServer(16)));
        Assert.Equal(32, (await sixteen.AskAsync("ab")).Length);
        await using var two = new UdpServing(Radio.Service(() => new RadioServer()), new Limits { UdpReplyFactor = 2 });
        Assert.Equal("udp-dropped", await two.EndOfUnansweredAsync("BIG 13"));
    }

    [Theory]
    [InlineData(65_507, true)]
    [InlineData(65_508, false)]
    [InlineData(10_000_000, false)]
    public async Task Without_a_factor_an_answer_is_still_one_datagram(int size, bool sent)
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()), new Limits { UdpReplyFactor = -1, MaxLine = -1 });
        if (sent) Assert.Equal(size, (await udp.AskAsync($"BIG {size}")).Length);
        else Assert.Equal("udp-dropped", await udp.EndOfUnansweredAsync($"BIG {size}"));
        Assert.Empty(udp.Witness.Failures);
    }

    [Theory]
    [InlineData("ERR unknown-command what")]
    [InlineData("ERR unknown-command what\n")]
    [InlineData("ERR a b\r\nERR c d\r\n")]
    [InlineData("hello\nERR a b")]
    public async Task An_error_is_not_answered_by_an_error(string datagram)
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()), new Limits { UdpReplyFactor = -1 });
        udp.Say(datagram);
        udp.Say("NAME over");
        var answer = Encoding.UTF8.GetString(await udp.HearAsync());
        Assert.Equal("NAMED over\r\n", answer);
        Assert.Equal("udp-dropped", udp.Ends.First());
    }

    [Fact]
    public async Task A_handler_cannot_answer_an_error_by_an_error_either()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        Assert.Equal("udp-dropped", await udp.EndOfUnansweredAsync("ERR a b"));
        Assert.Equal("ERR no so", await udp.AskAsync("REFUSE so"));
    }

    [Theory]
    [InlineData("127.0.0.1", 0)]
    [InlineData("127.0.0.1", 7)]
    [InlineData("127.0.0.1", 1023)]
    [InlineData("10.1.2.3", -1)]
    [InlineData("::1", 19)]
    [InlineData("::1", -1)]
    public async Task Whoever_might_answer_an_answer_is_not_answered(string address, int port)
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        var from = new IPEndPoint(IPAddress.Parse(address), port < 0 ? udp.Server.Endpoint.Port : port).Serialize();
        var end = await DatagramExchange.AnswerAsync(
            Radio.Service(() => throw new InvalidOperationException("nobody may be asked")), new ConversationOptions(), "hello".Utf8(), from, udp.Server);
        Assert.Equal("udp-dropped", end.Token);
    }

    [Fact]
    public async Task Two_servers_that_are_made_to_speak_to_each_other_fall_silent()
    {
        await using var one = new UdpServing(Radio.Service(() => new RadioServer()));
        one.Server.TrySend("hello"u8, one.Server.Socket.LocalEndPoint!.Serialize());
        Assert.Equal("over", await one.AskAsync("over"));
        Assert.Equal("udp-dropped", one.Ends.First());
    }

    [Fact]
    public async Task Bytes_of_any_kind_disturb_nobody()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var junk = new byte[random.Next(0, 3000)];
            random.NextBytes(junk);
            udp.Say(junk);
            udp.Say("NAME a");
            while (Encoding.UTF8.GetString(await udp.HearAsync()) != "NAMED a\r\n")
            {
                // The junk may have been long enough to be refused aloud.
            }
        }

        Assert.Empty(udp.Witness.Failures);
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:0"), InlineData("unix:/tmp/x")]
    public void Bodies_go_over_streams(string url) => DatagramRules.Check(Lab.Service(() => new LabServer()), Endpoint.Parse(url));

    [Fact]
    public void Bodies_do_not_go_over_udp()
    {
        var refused = Assert.Throws<TransportException>(() => DatagramRules.Check(Lab.Service(() => new LabServer()), Endpoint.Parse("udp://127.0.0.1:7007")));
        Assert.Contains("use tcp://127.0.0.1:7007 or unix:PATH instead of udp://127.0.0.1:7007", refused.Message, StringComparison.Ordinal);
        DatagramRules.Check(Radio.Service(() => new RadioServer()), Endpoint.Parse("udp://127.0.0.1:7007"));
    }
}
