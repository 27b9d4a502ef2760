using System.Net.Sockets;
using System.Runtime.InteropServices;
using ProtoKit.Transports.Native;

namespace ProtoKit.Transports.Streams;

/// <summary>
/// One connected stream socket that never blocks: what a readiness loop reads from and writes to. It owns its descriptor; only
/// <see cref="ShutdownSend"/> and <see cref="WillReset"/> may be called by another thread than its loop's, and not after <see cref="Dispose"/>.
/// </summary>
internal sealed unsafe class Channel : IDisposable
{
    /// <summary>The answer of a call that would have had to wait.</summary>
    public const int WouldBlock = -1;

    private const int NoSignal = 0x4000, SendHalf = 1, SocketLevel = 1, Linger = 13;

    private bool disposed;

    public Channel(int descriptor) => Descriptor = descriptor;

    public int Descriptor { get; }

    /// <summary>Bytes received; 0: the peer sends no more; <see cref="WouldBlock"/>. Throws <see cref="SocketException"/> when the connection is broken.</summary>
    public int Receive(Span<byte> room)
    {
        // The number may be another connection's by now.
        ObjectDisposedException.ThrowIf(disposed, this);
        fixed (byte* start = room)
        {
            while (true)
            {
                var count = (int)Libc.Receive(Descriptor, start, room.Length, 0);
                if (count >= 0) return count;
                if (WillBlock()) return WouldBlock;
            }
        }
    }

    /// <summary>Bytes that the socket took; <see cref="WouldBlock"/>. Throws <see cref="SocketException"/> when the connection is broken.</summary>
    public int Send(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        fixed (byte* start = bytes)
        {
            while (true)
            {
                var count = (int)Libc.Send(Descriptor, start, bytes.Length, NoSignal);
                if (count >= 0) return count;
                if (WillBlock()) return WouldBlock;
            }
        }
    }

    /// <summary>Says that nothing more will be sent; what the peer sends can still be received.</summary>
    public void ShutdownSend() => Libc.Shutdown(Descriptor, SendHalf);

    /// <summary>Closing shall be a reset: what was sent is not whole, and must not look as if it were.</summary>
    public void WillReset()
    {
        var lingerForNothing = stackalloc int[] { 1, 0 };
        Libc.SetOption(Descriptor, SocketLevel, Linger, lingerForNothing, 2 * sizeof(int));
    }

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        Libc.Close(Descriptor);
    }

    // False: a signal came between, and the call is to be made again.
    private static bool WillBlock()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == Errno.WouldBlock) return true;
        return error == Errno.Interrupted ? false : throw SystemError.Of(error);
    }
}
