using System.Runtime.InteropServices;
using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Process;

/// <summary>Packets over a Unix socket that may carry one descriptor each (SCM_RIGHTS, unix(7)).</summary>
internal static unsafe class DescriptorPassing
{
    private const int SocketLevel = 1, Rights = 1, NoSignal = 0x4000, CloseOnExec = 0x40000000;

    // struct cmsghdr is a length and two ints, then the descriptor, all of it aligned to 8.
    private const int HeaderSize = 16, ControlSize = 24;

    /// <summary>Sends one packet; the descriptor stays the caller's too. False: the other side does not take it.</summary>
    public static bool TrySend(int socket, ReadOnlySpan<byte> bytes, int? descriptor)
    {
        fixed (byte* start = bytes)
        {
            var part = new Part { Start = start, Length = (nuint)bytes.Length };
            var control = stackalloc byte[ControlSize];
            var message = new MessageHeader { Parts = &part, PartCount = 1 };
            if (descriptor is { } passed)
            {
                *(nuint*)control = HeaderSize + sizeof(int);
                ((int*)control)[2] = SocketLevel;
                ((int*)control)[3] = Rights;
                ((int*)control)[4] = passed;
                message.Control = control;
                message.ControlLength = ControlSize;
            }

            while (true)
            {
                if (Libc.SendMessage(socket, &message, NoSignal) >= 0) return true;
                if (Marshal.GetLastPInvokeError() != Errno.Interrupted) return false;
            }
        }
    }

    /// <summary>Waits for one packet. 0: the other side is gone. The descriptor is the caller's; -1: none came with it.</summary>
    public static int Receive(int socket, Span<byte> room, out int descriptor)
    {
        descriptor = -1;
        fixed (byte* start = room)
        {
            var part = new Part { Start = start, Length = (nuint)room.Length };
            var control = stackalloc byte[ControlSize];
            var message = new MessageHeader { Parts = &part, PartCount = 1, Control = control, ControlLength = ControlSize };
            while (true)
            {
                var count = (int)Libc.ReceiveMessage(socket, &message, CloseOnExec);
                if (count < 0 && Marshal.GetLastPInvokeError() == Errno.Interrupted) continue;
                if (count > 0 && message.ControlLength >= HeaderSize + sizeof(int) && ((int*)control)[3] == Rights) descriptor = ((int*)control)[4];
                return Math.Max(0, count);
            }
        }
    }
}
