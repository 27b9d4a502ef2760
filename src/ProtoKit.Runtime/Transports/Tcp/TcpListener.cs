using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Transports.Tcp;

/// <summary>Accepts TCP connections. An accept that fails is never the end: the next one may be fine.</summary>
internal sealed class TcpListener : IDisposable
{
    private const int Backlog = 512;

    private readonly Socket socket;

    private TcpListener(Socket socket, Endpoint endpoint) => (this.socket, Endpoint) = (socket, endpoint);

    /// <summary>Where it listens, with the real port.</summary>
    public Endpoint Endpoint { get; }

    /// <summary>Binds and listens. Throws <see cref="SocketException"/> when the address cannot be had.</summary>
    public static TcpListener Listen(Endpoint endpoint)
    {
        var address = endpoint.Host == "localhost" ? IPAddress.Loopback
            : IPAddress.TryParse(endpoint.Host, out var given) ? given
            : Dns.GetHostAddresses(endpoint.Host).First();
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, endpoint.Port));
            socket.Listen(Backlog);
            return new TcpListener(socket, endpoint with { Port = ((IPEndPoint)socket.LocalEndPoint!).Port });
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The next connection and who it is from; null once the listener is closed.</summary>
    public async ValueTask<(SocketPipe Pipe, string Remote)?> AcceptAsync(CancellationToken closing)
    {
        var pause = TimeSpan.FromMilliseconds(5);
        while (!closing.IsCancellationRequested)
        {
            Socket? accepted = null;
            try
            {
                accepted = await socket.AcceptAsync(closing).ConfigureAwait(false);
                accepted.NoDelay = true;
                return (new SocketPipe(accepted), accepted.RemoteEndPoint?.ToString() ?? "?");
            }
            catch (Exception failure) when (failure is SocketException && !closing.IsCancellationRequested)
            {
                // No descriptor left, a peer that was gone at once: all of it passes.
                accepted?.Dispose();
                await Task.Delay(pause, closing).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
                if (pause < TimeSpan.FromSeconds(1)) pause *= 2;
            }
            catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return null;
            }
        }

        return null;
    }

    public void Dispose() => socket.Dispose();
}
