using System.Net.Sockets;
using ProtoKit.Sessions;
using ProtoKit.Transports;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Hosting;

/// <summary>A bound endpoint and what is served at it. It has several sockets when several processes share it.</summary>
internal sealed record Place(Endpoint Endpoint, ProtocolService Service, Limits Limits, IReadOnlyList<StreamListener> Streams, IReadOnlyList<DatagramSocket> Datagrams)
    : IDisposable
{
    /// <summary>
    /// Binds, with a socket for each of the processes that will receive there; for none, this one alone. Throws <see cref="ListenException"/> when the
    /// endpoint cannot be had.
    /// </summary>
    public static Place Bind(Endpoint endpoint, ProtocolService service, Limits limits, int sharing)
    {
        try
        {
            if (endpoint.Scheme == "udp")
            {
                var sockets = Datagram(endpoint, sharing);
                return new Place(sockets[0].Endpoint, service, limits, [], sockets);
            }

            var listeners = sharing == 0 ? [Binding.Listen(endpoint)] : Binding.ListenShared(endpoint, sharing);
            return new Place(listeners[0].Endpoint, service, limits, listeners, []);
        }
        catch (SocketException failure)
        {
            throw new ListenException(endpoint, failure);
        }
    }

    public void Dispose()
    {
        foreach (var listener in Streams) listener.Dispose();
        foreach (var socket in Datagrams) socket.Dispose();
    }

    private static List<DatagramSocket> Datagram(Endpoint endpoint, int sharing)
    {
        if (sharing == 0) return [DatagramSocket.Bind(endpoint, sharePort: false)];
        // A port that others share with each other would let these in too: nobody may have it.
        using (var alone = DatagramSocket.Bind(endpoint, sharePort: false)) endpoint = alone.Endpoint;
        return [.. Enumerable.Range(0, sharing).Select(_ => DatagramSocket.Bind(endpoint, sharePort: true))];
    }
}
