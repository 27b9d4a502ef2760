using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RuntimeTests;

/// <summary>A typed client over UDP.</summary>
public sealed class UdpClientTests
{
    private static readonly ClientOptions Soon = new() { Reply = TimeSpan.FromMilliseconds(300) };

    [Fact]
    public async Task A_call_is_a_datagram_and_so_is_its_answer()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()), new Limits { UdpReplyFactor = -1 });
        await using var client = await Ping.Client.ConnectAsync(udp.Url);
        for (var i = 0; i < 100; i++) Assert.Equal($"a{i}", (await client.NameAsync($"a{i}")).Text);
    }

    [Fact]
    public async Task A_refusal_is_a_fault_as_over_any_transport()
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()));
        await using var client = await Ping.Client.ConnectAsync(udp.Url);
        Assert.Equal("I am Bob", (await Assert.ThrowsAsync<ProtocolFault>(async () => await client.NameAsync("no"))).Message);
        Assert.Equal("yes", (await client.NameAsync("yes")).Text);
    }

    [Theory]
    [InlineData("udp://[::1]:0"), InlineData("udp://localhost:0")]
    public async Task Any_address_will_do(string url)
    {
        await using var udp = new UdpServing(Ping.Service(() => new PingServer()), url: url);
        await using var client = await Ping.Client.ConnectAsync(udp.Url);
        Assert.Equal("a", (await client.NameAsync("a")).Text);
    }

    [Theory]
    [InlineData("NAMED a"), InlineData("NAMED a\n"), InlineData("NAMED a\r\n"), InlineData("NAMED a\r")]
    public async Task The_end_of_an_answers_datagram_ends_its_line(string answer)
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var client = await Ping.Client.ConnectAsync($"udp://{server.Client.LocalEndPoint}");
        var call = client.NameAsync("a").AsTask();
        var request = await server.ReceiveAsync();
        Assert.Equal("NAME a\r\n"u8.ToArray(), request.Buffer);
        server.Send(Encoding.UTF8.GetBytes(answer), request.RemoteEndPoint);
        Assert.Equal("a", (await call).Text);
    }

    [Fact]
    public async Task A_message_of_any_size_without_frames_comes_back_whole()
    {
        await using var udp = new UdpServing(Signal.Service(() => new SignalServer()));
        await using var client = await Signal.Client.ConnectAsync(udp.Url);
        foreach (var size in (int[])[1, 16, 17, 1500, 65_507])
            Assert.Equal(size, (await client.FlagAsync(new Bytes(new byte[size]))).Data.Length);
    }

    [Fact]
    public async Task A_lost_answer_is_an_answer_that_does_not_come()
    {
        using var deaf = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var client = await Ping.Client.ConnectAsync($"udp://{deaf.Client.LocalEndPoint}", Soon);
        await Assert.ThrowsAsync<TimeoutException>(async () => await client.NameAsync("a"));
    }

    [Fact]
    public async Task After_a_lost_answer_the_next_call_has_its_own_even_if_the_lost_one_was_only_late()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var client = await Ping.Client.ConnectAsync($"udp://{server.Client.LocalEndPoint}", Soon);
        await Assert.ThrowsAsync<TimeoutException>(async () => await client.NameAsync("late"));
        var call = client.NameAsync("next").AsTask();
        var (late, next) = (await server.ReceiveAsync(), await server.ReceiveAsync());
        server.Send("NAMED late"u8, late.RemoteEndPoint);
        server.Send("NAMED next"u8, next.RemoteEndPoint);
        Assert.Equal("next", (await call).Text);
    }

    [Fact]
    public async Task A_doubled_answer_is_dropped()
    {
        using var server = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        await using var client = await Ping.Client.ConnectAsync($"udp://{server.Client.LocalEndPoint}");
        for (var i = 0; i < 3; i++)
        {
            var call = client.NameAsync("a").AsTask();
            var from = (await server.ReceiveAsync()).RemoteEndPoint;
            server.Send("NAMED a"u8, from);
            Assert.Equal("a", (await call).Text);
            server.Send("NAMED a"u8, from);
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task A_call_that_is_cancelled_does_not_disturb_the_next()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        await using var client = await Radio.Client.ConnectAsync(udp.Url);
        using var soon = new CancellationTokenSource(10);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.LaterAsync("late", soon.Token));
        Assert.Equal("next", (await client.LineAsync(Bytes.Of("next"))).Text.ToString());
    }

    [Fact]
    public async Task Nobody_there_is_a_connection_that_ended()
    {
        var gone = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        var url = $"udp://{gone.Client.LocalEndPoint}";
        gone.Dispose();
        await using var client = await Ping.Client.ConnectAsync(url);
        var ended = await Assert.ThrowsAsync<ConversationEndedException>(async () => await client.NameAsync("a"));
        Assert.Equal("peer-reset", ended.End.Token);
        Assert.Equal("peer-reset", (await client.Closed.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_client_of_bodies_is_refused_before_it_says_anything() =>
        await Assert.ThrowsAsync<ProtoKit.Transports.TransportException>(() => Lab.Client.ConnectAsync("udp://127.0.0.1:9999"));
}
