using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports;
using ProtoKit.Transports.Udp;

namespace RuntimeTests;

/// <summary>The socket of a server of datagrams.</summary>
public sealed class UdpSocketTests
{
    [Theory]
    [InlineData("udp://127.0.0.1:0")]
    [InlineData("udp://[::1]:0")]
    [InlineData("udp://localhost:0")]
    public void What_is_there_is_received_without_waiting(string url)
    {
        using var server = DatagramSocket.Bind(Endpoint.Parse(url), sharePort: false);
        using var client = new Socket(server.Socket.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        var (buffer, from) = (new byte[DatagramRules.Room], server.NewAddress());
        Assert.False(server.TryReceive(buffer, out _, from));
        client.SendTo("abc"u8.ToArray(), server.Socket.LocalEndPoint!);
        client.SendTo([], server.Socket.LocalEndPoint!);
        Assert.True(server.TryReceive(buffer, out var length, from));
        Assert.Equal("abc"u8, buffer.AsSpan(0, length));
        Assert.True(server.TrySend("back"u8, from));
        Assert.Equal(4, client.Receive(buffer));
        Assert.True(server.TryReceive(buffer, out length, from));
        Assert.Equal(0, length);
        Assert.False(server.TryReceive(buffer, out _, from));
    }

    [Fact]
    public void A_port_is_shared_only_by_those_who_say_so()
    {
        using var first = DatagramSocket.Bind(Endpoint.Parse("udp://127.0.0.1:0"), sharePort: true);
        using var second = DatagramSocket.Bind(first.Endpoint, sharePort: true);
        Assert.Equal(first.Endpoint, second.Endpoint);
        Assert.Throws<SocketException>(() => DatagramSocket.Bind(first.Endpoint, sharePort: false));
    }

    [Fact]
    public void An_adopted_socket_knows_where_it_is_bound()
    {
        using var bound = DatagramSocket.Bind(Endpoint.Parse("udp://127.0.0.1:0"), sharePort: false);
        using var adopted = DatagramSocket.Adopt(new SafeSocketHandle(bound.Handle, ownsHandle: false));
        Assert.Equal(bound.Endpoint, adopted.Endpoint);
        Assert.True(adopted.TrySend("abc"u8, bound.Socket.LocalEndPoint!.Serialize()));
        Assert.True(bound.TryReceive(new byte[DatagramRules.Room], out _, bound.NewAddress()));
    }

    [Fact]
    public async Task Answers_that_nobody_hears_disturb_nobody()
    {
        await using var udp = new UdpServing(Radio.Service(() => new RadioServer()));
        for (var gone = 0; gone < 20; gone++)
        {
            using var leaver = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            leaver.SendTo("LATER hello"u8.ToArray(), udp.Server.Socket.LocalEndPoint!);
        }

        Assert.Equal("over", await udp.AskAsync("over"));
    }

    [Fact]
    public async Task A_closed_socket_sends_nothing_and_ends_its_wait()
    {
        var socket = DatagramSocket.Bind(Endpoint.Parse("udp://127.0.0.1:0"), sharePort: false);
        var (to, from) = (new IPEndPoint(IPAddress.Loopback, 9).Serialize(), socket.NewAddress());
        var waiting = socket.ReceiveAsync(new byte[DatagramRules.Room], from, CancellationToken.None).AsTask();
        socket.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(socket.TrySend("abc"u8, to));
    }
}
