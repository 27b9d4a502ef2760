#:property PublishAot=false
#:property AllowUnsafeBlocks=true
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

// loop PORT: the echo protocol on epoll by hand, as peers/epoll_echo.c does it: what the runtime costs without a toolkit.
using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
listener.Bind(new IPEndPoint(IPAddress.Loopback, int.Parse(args[0])));
listener.Listen(512);
new EchoLoop((int)listener.Handle).Run();

internal sealed unsafe partial class EchoLoop(int listener)
{
    private const uint Wanted = 0x1 | 0x4 | 0x2000 | 0x80000000; // in, out, peer has finished, edges
    private readonly int epoll = epoll_create1(0);
    private readonly Dictionary<int, List<byte>> held = [];
    private readonly byte[] buffer = GC.AllocateUninitializedArray<byte>(64 * 1024, pinned: true);

    public void Run()
    {
        Watch(listener, 0x1);
        var events = stackalloc Event[256];
        while (true)
        {
            var count = epoll_wait(epoll, events, 256, -1);
            for (var i = 0; i < count; i++)
            {
                if (events[i].Descriptor == listener) Accept();
                else if (!Serve(events[i].Descriptor)) Drop(events[i].Descriptor);
            }
        }
    }

    private void Accept()
    {
        for (int client; (client = accept4(listener, null, null, 0x800)) >= 0; Watch(client, Wanted))
        {
            var on = 1;
            setsockopt(client, 6, 1, &on, sizeof(int));
        }
    }

    // False: the client has gone.
    private bool Serve(int client)
    {
        if (held.Count > 0 && held.TryGetValue(client, out var waiting) && !Send(client, CollectionsMarshal.AsSpan(waiting), waiting)) return false;
        fixed (byte* at = buffer)
        {
            while (true)
            {
                var count = (int)recv(client, at, (nuint)buffer.Length, 0);
                if (count <= 0) return count < 0 && Marshal.GetLastPInvokeError() == 11;
                var bytes = buffer.AsSpan(0, count);
                var whole = bytes.LastIndexOf((byte)'\n') + 1;
                var more = held.Count > 0 ? held.GetValueOrDefault(client) : null;
                if (more is null && whole == count)
                {
                    if (!Send(client, bytes, null)) return false;
                }
                else
                {
                    if (more is null) held[client] = more = [];
                    more.AddRange(bytes);
                    if (whole > 0 && !Send(client, CollectionsMarshal.AsSpan(more), more)) return false;
                }

                if (count < buffer.Length) return true;
            }
        }
    }

    // Whole lines; what the socket does not take, and what is no whole line, stays.
    private bool Send(int client, Span<byte> bytes, List<byte>? from)
    {
        var whole = bytes.LastIndexOf((byte)'\n') + 1;
        long sent = 0;
        fixed (byte* at = bytes)
        {
            if (whole > 0 && (sent = send(client, at, (nuint)whole, 0x4000)) < 0)
            {
                if (Marshal.GetLastPInvokeError() != 11) return false;
                sent = 0;
            }
        }

        if (from is null && sent < whole) held[client] = [.. bytes[(int)sent..]];
        from?.RemoveRange(0, (int)sent);
        if (from is { Count: 0 }) held.Remove(client);
        return true;
    }

    private void Drop(int client)
    {
        held.Remove(client);
        close(client);
    }

    private void Watch(int descriptor, uint wanted)
    {
        var one = new Event { Events = wanted, Descriptor = descriptor };
        epoll_ctl(epoll, 1, descriptor, &one);
    }

    // As x86-64 has it.
    [StructLayout(LayoutKind.Sequential, Pack = 4)]
    private struct Event
    {
        public uint Events;
        public int Descriptor;
        public int Unused;
    }

    [LibraryImport("libc")] private static partial int epoll_create1(int flags);
    [LibraryImport("libc")] private static partial int epoll_ctl(int epoll, int what, int descriptor, Event* wanted);
    [LibraryImport("libc")] private static partial int epoll_wait(int epoll, Event* events, int most, int patience);
    [LibraryImport("libc")] private static partial int accept4(int listener, void* at, void* length, int flags);
    [LibraryImport("libc")] private static partial int setsockopt(int descriptor, int level, int name, void* value, int size);
    [LibraryImport("libc", SetLastError = true)] private static partial nint recv(int descriptor, byte* bytes, nuint length, int flags);
    [LibraryImport("libc", SetLastError = true)] private static partial nint send(int descriptor, byte* bytes, nuint length, int flags);
    [LibraryImport("libc")] private static partial int close(int descriptor);
}
