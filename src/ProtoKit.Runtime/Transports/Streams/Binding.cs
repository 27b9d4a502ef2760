using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Transports.Streams;

/// <summary>Binds stream endpoints. Everything throws <see cref="SocketException"/> when the address cannot be had.</summary>
internal static class Binding
{
    // Whoever finds the queue full tries again only after a second. The system shortens it to its own limit.
    private const int Backlog = 4096;
    private const int SocketLevel = 1, ReusePort = 15;

    /// <summary>Binds and listens.</summary>
    public static StreamListener Listen(Endpoint endpoint) => endpoint.IsPath ? ListenAtPath(endpoint) : ListenAtPort(endpoint, shares: false);

    /// <summary>
    /// Listeners that share one address, so that the system spreads the connections: as many sockets on one port, or one Unix socket for all, which
    /// all may accept from.
    /// </summary>
    public static IReadOnlyList<StreamListener> ListenShared(Endpoint endpoint, int count)
    {
        if (endpoint.IsPath) return [ListenAtPath(endpoint)];
        // A port that others share with each other would let these in too: nobody may have it.
        using (var alone = ListenAtPort(endpoint, shares: false)) endpoint = alone.Endpoint;
        var listeners = new List<StreamListener>();
        try
        {
            for (var i = 0; i < count; i++) listeners.Add(ListenAtPort(endpoint, shares: true));
            return listeners;
        }
        catch
        {
            foreach (var listener in listeners) listener.Dispose();
            throw;
        }
    }

    /// <summary>The address that a host's name stands for.</summary>
    public static IPAddress AddressOf(Endpoint endpoint) => endpoint.Host == "localhost" ? IPAddress.Loopback
        : IPAddress.TryParse(endpoint.Host, out var given) ? given
        : Dns.GetHostAddresses(endpoint.Host).First();

    /// <summary>Lets several sockets have this one's port, if all of them say so before they are bound.</summary>
    public static void SharePort(Socket socket) => socket.SetRawSocketOption(SocketLevel, ReusePort, BitConverter.GetBytes(1));

    private static StreamListener ListenAtPort(Endpoint endpoint, bool shares)
    {
        var address = AddressOf(endpoint);
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (shares) SharePort(socket);
            socket.Bind(new IPEndPoint(address, endpoint.Port));
            socket.Listen(Backlog);
            return new StreamListener(socket, endpoint with { Port = ((IPEndPoint)socket.LocalEndPoint!).Port });
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static StreamListener ListenAtPath(Endpoint endpoint)
    {
        StalePath.Clear(endpoint.Host);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(endpoint.Host));
            // Nobody can connect before it listens, so that nobody slips in before the mode is set.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(endpoint.Host, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen(Backlog);
            return new StreamListener(socket, endpoint);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
