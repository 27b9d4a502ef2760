using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit;
using ProtoKit.Reference;
using Xunit;

namespace Samples.Tests;

/// <summary>A client that knows nothing but sockets.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private Peer()
    {
    }

    public static Task<Peer> ConnectAsync(ProtocolServer server, int listener = 0) => ConnectAsync(server.Listeners[listener].Endpoint.Port);

    public static async Task<Peer> ConnectAsync(int port)
    {
        var peer = new Peer();
        await peer.socket.ConnectAsync(IPAddress.Loopback, port);
        return peer;
    }

    /// <summary>Sends as one segment, as far as TCP has such a thing.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes).AsTask().WaitAsync(Patience)..];
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>One receive of the origin's: at most so many bytes, none at the end.</summary>
    public async Task<byte[]> ReceiveAsync(int atMost = 1024)
    {
        var room = new byte[atMost];
        return room[..await socket.ReceiveAsync(room.AsMemory()).AsTask().WaitAsync(Patience)];
    }

    public async Task<string> ReceiveTextAsync(int atMost = 1024) => Encoding.UTF8.GetString(await ReceiveAsync(atMost));

    /// <summary>Receives until all that came is what is waited for.</summary>
    public async Task<byte[]> ReceiveAsync(Func<byte[], bool> enough)
    {
        byte[] all = [];
        while (!enough(all))
        {
            var some = await ReceiveAsync(64 * 1024);
            all = [.. all, .. some];
            if (some.Length == 0) throw new EndOfStreamException($"the connection ended after {Said.Shown(all)}");
        }

        return all;
    }

    /// <summary>Receives exactly this.</summary>
    public async Task ExpectAsync(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(text, Encoding.UTF8.GetString(await ReceiveAsync(all => all.Length >= bytes.Length)));
    }

    public async Task<byte[]> ReceiveToEndAsync()
    {
        var all = new MemoryStream();
        while (await ReceiveAsync(64 * 1024) is { Length: > 0 } some) all.Write(some);
        return all.ToArray();
    }

    /// <summary>Nothing comes for so long.</summary>
    public async Task SilenceAsync(int milliseconds)
    {
        var waited = Stopwatch.StartNew();
        while (waited.ElapsedMilliseconds < milliseconds)
        {
            Assert.Equal(0, socket.Available);
            await Task.Delay(10);
        }

        Assert.False(socket.Poll(0, SelectMode.SelectRead), "the server closed");
    }

    /// <summary>FIN: no more commands, but the answers are still read.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }

    public void Dispose() => socket.Dispose();
}
