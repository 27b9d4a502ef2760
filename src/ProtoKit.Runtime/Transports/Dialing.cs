using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports.Tcp;

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
            if (endpoint.IsPath) await socket.ConnectAsync(new UnixDomainSocketEndPoint(endpoint.Host), late.Token).ConfigureAwait(false);
            else await socket.ConnectAsync(endpoint.Host, endpoint.Port, late.Token).ConfigureAwait(false);
            return new SocketPipe(socket);
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

    private static Socket SocketFor(Endpoint endpoint) => endpoint.Scheme switch
    {
        "unix" => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
        _ => new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
    };
}
