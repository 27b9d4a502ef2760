using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit;
using ProtoKit.Reference;
using ProtoKit.Transports;
using Xunit;

namespace Samples.Tests;

/// <summary>A client that knows nothing but sockets.</summary>
internal sealed class Peer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Socket socket;

    private Peer(Socket socket) => this.socket = socket;

    public static Task<Peer> ConnectAsync(ProtocolServer server, int listener = 0) => ConnectAsync(server.Listeners[listener].Endpoint);

    public static async Task<Peer> ConnectAsync(Endpoint endpoint)
    {
        EndPoint there = endpoint.IsPath ? new UnixDomainSocketEndPoint(endpoint.Host) : new IPEndPoint(IPAddress.Parse(endpoint.Host), endpoint.Port);
        var socket = new Socket(there.AddressFamily, SocketType.Stream, endpoint.IsPath ? ProtocolType.Unspecified : ProtocolType.Tcp);
        if (!endpoint.IsPath) socket.NoDelay = true;
        await socket.ConnectAsync(there).WaitAsync(Patience);
        return new Peer(socket);
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

    /// <summary>What is said is answered by this.</summary>
    public async Task AskAsync(string text, string answer)
    {
        await SendAsync(text);
        await ExpectAsync(answer);
    }

    /// <summary>One line, without its end. Nothing may stand behind it yet.</summary>
    public async Task<string> AskLineAsync(string command)
    {
        await SendAsync(command + "\r\n");
        return Encoding.UTF8.GetString(await ReceiveAsync(all => all.AsSpan().EndsWith("\r\n"u8))).TrimEnd();
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

    /// <summary>Receives so many bytes, and leaves what follows.</summary>
    public async Task<byte[]> ReceiveExactlyAsync(int count)
    {
        var all = new byte[count];
        for (var at = 0; at < count;)
        {
            var some = await socket.ReceiveAsync(all.AsMemory(at)).AsTask().WaitAsync(Patience);
            if (some == 0) throw new EndOfStreamException($"the connection ended after {at} of {count} bytes");
            at += some;
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

    /// <summary>Sends until the other side takes no more, and tells how much it took.</summary>
    public async Task<long> SendUntilStuckAsync(byte[] again)
    {
        var taken = 0L;
        for (var quiet = 0; quiet < 10;)
        {
            socket.Blocking = false;
            var count = socket.Send(again, (int)(taken % again.Length), again.Length - (int)(taken % again.Length), SocketFlags.None, out var error);
            if (error is not (SocketError.Success or SocketError.WouldBlock)) throw new SocketException((int)error);
            taken += count;
            quiet = count > 0 ? 0 : quiet + 1;
            if (count == 0) await Task.Delay(20);
        }

        return taken;
    }

    /// <summary>Holds small segments back until the end, so that bytes and FIN leave as one.</summary>
    public void Cork() => socket.SetRawSocketOption(6, 3, BitConverter.GetBytes(1));

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
