using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Readiness;

/// <summary>A descriptor that becomes readable when somebody wants a wait to end.</summary>
internal sealed unsafe class Waker : IDisposable
{
    private const int NonBlocking = 0x800, CloseOnExec = 0x80000;

    private readonly Lock gate = new();
    private bool disposed;

    public Waker()
    {
        Descriptor = Libc.EventDescriptor(0, NonBlocking | CloseOnExec);
        if (Descriptor < 0) throw SystemError.OfLastCall();
    }

    public int Descriptor { get; }

    public void Wake()
    {
        ulong one = 1;
        lock (gate)
        {
            // The descriptor's number may be another's by now.
            if (!disposed) Libc.Write(Descriptor, &one, sizeof(ulong));
        }
    }

    /// <summary>Makes it unreadable again.</summary>
    public void Clear()
    {
        ulong count;
        Libc.Read(Descriptor, &count, sizeof(ulong));
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (disposed) return;
            disposed = true;
            Libc.Close(Descriptor);
        }
    }
}
