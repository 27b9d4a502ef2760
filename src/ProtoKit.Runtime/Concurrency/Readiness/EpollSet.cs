using System.Runtime.InteropServices;
using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Readiness;

/// <summary>
/// epoll(7), edge-triggered: a socket is registered once for everything, and an event says that something changed. Who is told so reads until there is
/// nothing left.
/// </summary>
internal sealed unsafe class EpollSet : IReadinessSet
{
    private const int Together = 256;
    private const int CloseOnExec = 0x80000, AddEntry = 1, RemoveEntry = 2;
    private const uint In = 1, Urgent = 2, Out = 4, Error = 8, HangUp = 0x10, ReadHangUp = 0x2000, EdgeTriggered = 1u << 31, Exclusive = 1u << 28;

    private readonly int epoll;
    private readonly Waker waker = new();
    private readonly byte* events;
    private IReadySource?[] sources = new IReadySource?[64];
    private int next, count;

    public EpollSet()
    {
        epoll = Libc.EpollCreate(CloseOnExec);
        if (epoll < 0) throw SystemError.OfLastCall();
        events = (byte*)NativeMemory.Alloc((nuint)(Together * EntrySize));
        // Each write is an edge, so that nobody needs to read it.
        Control(AddEntry, waker.Descriptor, In | EdgeTriggered);
        if (waker.Descriptor >= sources.Length) Array.Resize(ref sources, waker.Descriptor + 1);
    }

    public int Capacity => int.MaxValue;

    // struct epoll_event is packed on x86-64, and nowhere else.
    private static int EntrySize { get; } = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 12 : 16;

    private static int DataAt => EntrySize - sizeof(ulong);

    public void Add(IReadySource source)
    {
        var descriptor = source.Descriptor;
        if (descriptor >= sources.Length) Array.Resize(ref sources, Math.Max(descriptor + 1, sources.Length * 2));
        // A crowd at one door wakes one loop, not all.
        Control(AddEntry, descriptor, source.IsShared ? In | EdgeTriggered | Exclusive : In | Urgent | Out | ReadHangUp | EdgeTriggered);
        sources[descriptor] = source;
    }

    // An edge is told whatever is wanted.
    public void Changed(IReadySource source)
    {
    }

    public void Remove(IReadySource source)
    {
        sources[source.Descriptor] = null;
        Control(RemoveEntry, source.Descriptor, 0);
    }

    // The system takes out what is closed.
    public void Closing(IReadySource source) => sources[source.Descriptor] = null;

    public void Wait(bool maySleep) => (next, count) = (0, Libc.EpollWait(epoll, events, Together, maySleep ? -1 : 0));

    // Whoever is told may not come back; then another thread goes on with the next.
    public bool TellNext()
    {
        if (next >= count) return false;
        var entry = events + (next++ * EntrySize);
        // It may be gone since, and its number may be another's; who is told for nothing finds nothing. The waker's has no source.
        sources[*(int*)(entry + DataAt)]?.OnReady(Meaning(*(uint*)entry));
        return true;
    }

    public void Wake() => waker.Wake();

    public void Dispose()
    {
        waker.Dispose();
        Libc.Close(epoll);
        NativeMemory.Free(events);
    }

    private static Ready Meaning(uint happened)
    {
        var ready = (happened & In) != 0 ? Ready.Read : 0;
        if ((happened & Out) != 0) ready |= Ready.Write;
        // A read stops at an urgent byte, too, and there is more behind it.
        if ((happened & (ReadHangUp | HangUp | Error | Urgent)) != 0) ready |= Ready.Read | Ready.HungUp;
        if ((happened & (HangUp | Error)) != 0) ready |= Ready.Write;
        return ready;
    }

    private void Control(int operation, int descriptor, uint wanted)
    {
        var change = stackalloc byte[16];
        *(uint*)change = wanted;
        *(ulong*)(change + DataAt) = (ulong)descriptor;
        if (Libc.EpollControl(epoll, operation, descriptor, change) < 0 && operation == AddEntry) throw SystemError.OfLastCall();
    }
}
