using System.ComponentModel;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>epoll(7): what is ready costs something, what waits costs nothing.</summary>
internal sealed class EpollReadiness : IReadiness
{
    private const uint In = 1, Out = 4;
    private const int Add_ = 1, Delete = 2, Modify = 3;
    private const int Interrupted = 4, Again = 11, InProgress = 115, CloseOnExec = 0x80000, TimerSlack = 29;
    private const int Most = 256;

    // struct epoll_event is packed on x86, and nowhere else.
    private static readonly int DataAt = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86 ? 4 : 8;
    private static bool hasNanoseconds = true;

    private readonly int epoll = Checked(epoll_create1(CloseOnExec));
    private readonly byte[] events = GC.AllocateArray<byte>(Most * 16, pinned: true);
    private readonly byte[] one = GC.AllocateArray<byte>(16, pinned: true);

    private bool sharp;

    private static int Stride => DataAt + 8;

    public SocketError Connect(Socket socket, EndPoint address)
    {
        // Socket.Connect would throw for each connection that is not there at once, and over TCP none is.
        var name = address.Serialize();
        var bytes = name.Buffer.Span[..name.Size];
        if (connect((int)socket.Handle, ref MemoryMarshal.GetReference(bytes), bytes.Length) == 0) return SocketError.Success;
        return Marshal.GetLastPInvokeError() switch
        {
            InProgress => SocketError.Success,
            Again => SocketError.WouldBlock,
            _ => SocketError.ConnectionRefused,
        };
    }

    public void Add(Socket socket, int key) => Control(Add_, socket, key, In | Out);

    public void WatchWriting(Socket socket, int key, bool on) => Control(Modify, socket, key, on ? In | Out : In);

    public void Remove(Socket socket, int key) => Control(Delete, socket, key, 0);

    public void Closing(Socket socket)
    {
        // The kernel forgets what is closed.
    }

    public int Wait(Span<(int Key, bool Writable)> ready, TimeSpan patience)
    {
        Sharpen();
        var count = Wait(Math.Min(Most, ready.Length), patience);
        if (count < 0) return Marshal.GetLastPInvokeError() == Interrupted ? 0 : throw new Win32Exception();
        for (var i = 0; i < count; i++)
        {
            var happened = events.AsSpan(i * Stride, Stride);
            ready[i] = (MemoryMarshal.Read<int>(happened[DataAt..]), (MemoryMarshal.Read<uint>(happened) & Out) != 0);
        }

        return count;
    }

    public void Dispose() => close(epoll);

    // Linux lets a thread oversleep by 50 us, which would be counted as the server's.
    private void Sharpen()
    {
        if (!sharp) prctl(TimerSlack, 1, 0, 0, 0);
        sharp = true;
    }

    // A rate needs a finer clock than epoll_wait's milliseconds.
    private int Wait(int most, TimeSpan patience)
    {
        if (hasNanoseconds)
        {
            try
            {
                var time = new Timespec(patience.Ticks / TimeSpan.TicksPerSecond, patience.Ticks % TimeSpan.TicksPerSecond * 100);
                return epoll_pwait2(epoll, ref events[0], most, ref time, 0);
            }
            catch (EntryPointNotFoundException)
            {
                hasNanoseconds = false;
            }
        }

        return epoll_wait(epoll, ref events[0], most, (int)patience.TotalMilliseconds);
    }

    private void Control(int what, Socket socket, int key, uint watched)
    {
        MemoryMarshal.Write(one, watched);
        MemoryMarshal.Write(one.AsSpan(DataAt), (long)key);
        Checked(epoll_ctl(epoll, what, (int)socket.Handle, ref one[0]));
    }

    private static int Checked(int result) => result >= 0 ? result : throw new Win32Exception(Marshal.GetLastPInvokeError());

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_ctl(int epoll, int what, int descriptor, ref byte happened);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_wait(int epoll, ref byte events, int most, int milliseconds);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_pwait2(int epoll, ref byte events, int most, ref Timespec time, nint signals);

    [DllImport("libc", SetLastError = true)]
    private static extern int connect(int descriptor, ref byte address, int length);

    [DllImport("libc")]
    private static extern int prctl(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);

    [DllImport("libc")]
    private static extern int close(int descriptor);

    private readonly record struct Timespec(long Seconds, long Nanoseconds);
}
