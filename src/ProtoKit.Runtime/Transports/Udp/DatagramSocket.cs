using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Transports.Udp;

/// <summary>A bound UDP socket. An error that a datagram of earlier brought back is nobody's: it passes, and the next datagram is read.</summary>
internal sealed class DatagramSocket : IDisposable
{
    // Datagrams that come in a burst wait here; what does not fit, the system drops.
    private const int BurstBytes = 4 * 1024 * 1024;

    private DatagramSocket(Socket socket, Endpoint endpoint)
    {
        (Socket, Endpoint) = (socket, endpoint);
        socket.Blocking = false;
        socket.ReceiveBufferSize = BurstBytes;
    }

    /// <summary>Where it is bound, with the real port.</summary>
    public Endpoint Endpoint { get; }

    public Socket Socket { get; }

    public nint Handle => Socket.Handle;

    /// <summary>
    /// Binds; other sockets may have the same port if they all say <paramref name="sharePort"/>. Throws <see cref="SocketException"/> when the address
    /// cannot be had.
    /// </summary>
    public static DatagramSocket Bind(Endpoint endpoint, bool sharePort)
    {
        var address = Binding.AddressOf(endpoint);
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (sharePort) Binding.SharePort(socket);
            socket.Bind(new IPEndPoint(address, endpoint.Port));
            return new DatagramSocket(socket, endpoint with { Port = ((IPEndPoint)socket.LocalEndPoint!).Port });
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Takes over a socket that another process has bound.</summary>
    public static DatagramSocket Adopt(SafeSocketHandle handle)
    {
        var socket = new Socket(handle);
        var bound = (IPEndPoint)socket.LocalEndPoint!;
        return new DatagramSocket(socket, new Endpoint("udp", bound.Address.ToString(), bound.Port));
    }

    /// <summary>An address that a datagram's sender fits into. The same one may be used for every receive.</summary>
    public SocketAddress NewAddress() => new(Socket.AddressFamily);

    /// <summary>Receives one datagram without waiting, into <see cref="DatagramRules.Room"/> bytes, so that none is cut. False: there is none now.</summary>
    public bool TryReceive(byte[] buffer, out int length, SocketAddress from)
    {
        length = 0;
        // Asking first is a cheap call; an exception for every time that there is nothing is not.
        while (Socket.Poll(0, SelectMode.SelectRead))
        {
            try
            {
                length = Socket.ReceiveFrom(buffer, SocketFlags.None, from);
                return true;
            }
            catch (SocketException passing) when (passing.SocketErrorCode != SocketError.WouldBlock && !IsClosed(passing))
            {
                // Whom an answer did not reach, or what the network said of it.
            }
            catch (SocketException)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>
    /// Waits for one datagram, into <see cref="DatagramRules.Room"/> bytes, so that none is cut. Throws <see cref="OperationCanceledException"/>, or
    /// <see cref="ObjectDisposedException"/> once the socket is closed.
    /// </summary>
    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer, SocketAddress from, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await Socket.ReceiveFromAsync(buffer, SocketFlags.None, from, cancel).ConfigureAwait(false);
            }
            catch (SocketException passing) when (!IsClosed(passing))
            {
                // Whom an answer did not reach, or what the network said of it.
            }
            catch (SocketException closed)
            {
                throw new ObjectDisposedException("the socket is closed", closed);
            }
        }
    }

    /// <summary>Sends one datagram. Any thread may. False: the system dropped it.</summary>
    public bool TrySend(ReadOnlySpan<byte> datagram, SocketAddress to)
    {
        try
        {
            return Socket.SendTo(datagram, SocketFlags.None, to) == datagram.Length;
        }
        catch (Exception dropped) when (dropped is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose() => Socket.Dispose();

    private static bool IsClosed(SocketException failure) =>
        failure.SocketErrorCode is SocketError.OperationAborted or SocketError.NotSocket or SocketError.Shutdown or SocketError.Interrupted;
}
