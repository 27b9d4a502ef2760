using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using ProtoKit.Transports.Native;

namespace ProtoKit.Transports.Streams;

/// <summary>
/// One connected stream socket that never blocks: what a readiness loop reads from and writes to. It owns its descriptor; only
/// <see cref="ShutdownSend"/>, <see cref="WillReset"/> and <see cref="MoveTo"/> may be called by another thread than its loop's, and not after
/// <see cref="Dispose"/>.
/// </summary>
internal sealed unsafe partial class Channel : IDisposable
{
    /// <summary>The answer of a call that would have had to wait.</summary>
    public const int WouldBlock = -1;

    /// <summary>The answer of a call that never succeeds.</summary>
    public const int Unable = -2;

    private const int NoSignal = 0x4000, More = 0x8000, SendHalf = 1, SocketLevel = 1, Linger = 13;

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
    /// <param name="bytes">What to send.</param>
    /// <param name="more">More will be sent at once, and may leave in one segment with it.</param>
    public int Send(ReadOnlySpan<byte> bytes, bool more = false)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        fixed (byte* start = bytes)
        {
            while (true)
            {
                var count = (int)Libc.Send(Descriptor, start, bytes.Length, more ? NoSignal | More : NoSignal);
                if (count >= 0) return count;
                if (WillBlock()) return WouldBlock;
            }
        }
    }

    /// <summary>
    /// Bytes of the file that the socket took; 0: the file has ended before; <see cref="WouldBlock"/>; <see cref="Unable"/> when the file, or the
    /// connection, is not fit for it.
    /// </summary>
    /// <remarks>There is no word for it that keeps the signal of a broken connection away; .NET ignores that one.</remarks>
    public int SendFile(SafeFileHandle file, long at, int count)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        while (true)
        {
            var sent = (int)Libc.SendFile(Descriptor, file, &at, count);
            if (sent >= 0) return sent;
            var error = Marshal.GetLastPInvokeError();
            if (error != Errno.Interrupted) return error == Errno.WouldBlock ? WouldBlock : Unable;
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
        // Whoever is moving bytes closes it when he is done.
        if (Interlocked.Exchange(ref moving, Closed) == Idle) Libc.Close(Descriptor);
    }

    // False: a signal came between, and the call is to be made again.
    private static bool WillBlock()
    {
        var error = Marshal.GetLastPInvokeError();
        if (error == Errno.WouldBlock) return true;
        return error == Errno.Interrupted ? false : throw SystemError.Of(error);
    }
}
