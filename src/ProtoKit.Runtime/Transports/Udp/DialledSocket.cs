using System.Net.Sockets;

namespace ProtoKit.Transports.Udp;

/// <summary>A client's connected UDP socket, which can be had anew: with another port of its own, so that what is still on its way to the old one is not heard.</summary>
internal sealed class DialledSocket(Socket first) : IDisposable
{
    private readonly Lock gate = new();
    private Socket current = first;
    private bool disposed;

    public Socket Current => Volatile.Read(ref current);

    public void Renew()
    {
        lock (gate)
        {
            if (disposed) return;
            var (old, next) = (current, new Socket(SocketType.Dgram, ProtocolType.Udp));
            try
            {
                next.Connect(old.RemoteEndPoint!);
            }
            catch (SocketException)
            {
                // Then nobody can be reached, and the next send will say so.
            }

            Volatile.Write(ref current, next);
            old.Dispose();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            current.Dispose();
        }
    }
}
