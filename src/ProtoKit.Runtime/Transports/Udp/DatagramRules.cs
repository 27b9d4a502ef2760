using System.Net;
using System.Net.Sockets;
using ProtoKit.Sessions;

namespace ProtoKit.Transports.Udp;

/// <summary>What may be served over UDP, and who may be answered.</summary>
internal static class DatagramRules
{
    /// <summary>The most bytes that a datagram over IPv4 holds; a longer answer is never sent.</summary>
    public const int Longest = 65_507;

    /// <summary>Room for any datagram, so that none is ever cut silently.</summary>
    public const int Room = 64 * 1024;

    private const int FirstFreePort = 1024;

    /// <summary>Throws <see cref="TransportException"/> when the endpoint is UDP and the protocol needs a stream.</summary>
    public static void Check(ProtocolService service, Endpoint endpoint)
    {
        if (service.HasBodies) endpoint.ForBodies(service.Name);
    }

    /// <summary>
    /// Whether a sender may be answered. A sender's address is easily forged, and two services that answer each other never stop, so these may not:
    /// port 0, which nobody has; ports below 1024, where services sit (echo, chargen, DNS) and clients do not; the server's own address; and the
    /// server's own port on any host, since that is another server of the protocol.
    /// </summary>
    public static bool MayAnswer(SocketAddress from, int ownPort)
    {
        var port = PortOf(from);
        return port >= FirstFreePort && port != ownPort;
    }

    // In both address families the port stands behind the two bytes of the family, in network order.
    private static int PortOf(SocketAddress address) =>
        address.Family is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 ? (address[2] << 8) | address[3] : 0;
}
