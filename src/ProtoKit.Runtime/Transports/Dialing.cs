using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports.Tcp;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Transports;

/// <summary>Connects to an endpoint.</summary>
internal static class Dialing
{
    public static async Task<IDuplexPipe> ConnectAsync(Endpoint endpoint, TimeSpan patience, CancellationToken cancel)
    {
        var socket = SocketFor(endpoint);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(patience);
        try
        {
            // Over UDP this asks nobody: it only says whom to send to and to hear.
            if (endpoint.IsPath) await socket.ConnectAsync(new UnixDomainSocketEndPoint(endpoint.Host), late.Token).ConfigureAwait(false);
            else await socket.ConnectAsync(HostOf(endpoint), endpoint.Port, late.Token).ConfigureAwait(false);
            return endpoint.Scheme == "udp" ? new UdpPipe(socket) : new SocketPipe(socket);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            socket.Dispose();
            throw new TimeoutException($"{endpoint} did not answer within {patience.TotalSeconds:0.###} s");
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // A datagram is never refused in time to try a name's next address, and servers listen at localhost's first one.
    private static string HostOf(Endpoint endpoint) => endpoint is { Scheme: "udp", Host: "localhost" } ? "127.0.0.1" : endpoint.Host;

    private static Socket SocketFor(Endpoint endpoint) => endpoint.Scheme switch
    {
        "unix" => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
        "udp" => new Socket(SocketType.Dgram, ProtocolType.Udp),
        _ => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
    };
}
