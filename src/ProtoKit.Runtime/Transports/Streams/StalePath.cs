using System.Net.Sockets;

namespace ProtoKit.Transports.Streams;

/// <summary>A Unix socket's file outlives a server that was killed, and nobody can bind to it again until it is gone.</summary>
internal static class StalePath
{
    /// <summary>
    /// Removes a socket that nobody listens at. Throws <see cref="SocketException"/> (address already in use) when somebody does, or when it is
    /// another kind of file, which is nobody's to remove, and (access denied) when one may not ask.
    /// </summary>
    public static void Clear(string path)
    {
        if (!Path.Exists(path)) return;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        // A server that accepts nobody and whose backlog is full would let this one wait for ever.
        probe.Blocking = false;
        try
        {
            probe.Connect(new UnixDomainSocketEndPoint(path));
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused && IsSocket(path))
        {
            File.Delete(path);
            return;
        }
        catch (SocketException other) when (other.SocketErrorCode != SocketError.AccessDenied)
        {
            // Whatever it is, it is there.
        }

        throw new SocketException((int)SocketError.AddressAlreadyInUse);
    }

    // Connecting to any other kind of file is refused as well.
    private static bool IsSocket(string path) => OperatingSystem.IsLinux() && Native.FileKind.IsSocket(path);
}
