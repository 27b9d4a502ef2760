using ProtoKit.Transports.Native;

namespace ProtoKit.Concurrency.Readiness;

/// <summary>The wait of a thread that has one client: it sleeps until its socket, or somebody in this process, has something for it.</summary>
internal sealed unsafe class SingleSet : IReadinessSet
{
    private const short In = 1, Out = 4, Error = 8, HangUp = 0x10;

    private readonly Waker waker = new();
    private IReadySource? only;

    public int Capacity => int.MaxValue;

    public void Add(IReadySource source)
    {
        if (only is not null) throw new InvalidOperationException("this thread has a socket already");
        only = source;
    }

    public void Changed(IReadySource source)
    {
    }

    public void Remove(IReadySource source)
    {
        if (only == source) only = null;
    }

    public void Wait(bool maySleep)
    {
        if (maySleep && GotItMeanwhile()) return;
        var entries = stackalloc PollEntry[2];
        entries[0] = new PollEntry { Descriptor = waker.Descriptor, Wanted = In };
        entries[1] = new PollEntry { Descriptor = -1 };
        if (only is { } source)
        {
            var wanted = (source.WantsToRead ? In : 0) | (source.WantsToWrite ? Out : 0);
            if (wanted != 0) entries[1] = new PollEntry { Descriptor = source.Descriptor, Wanted = (short)wanted };
        }

        if (Libc.Poll(entries, 2, maySleep ? -1 : 0) <= 0) return;
        if (entries[0].Happened != 0) waker.Clear();
        var happened = entries[1].Happened;
        if (happened == 0) return;
        var ready = (happened & (In | HangUp | Error)) != 0 ? Ready.Read : 0;
        if ((happened & (Out | HangUp | Error)) != 0) ready |= Ready.Write;
        only?.OnReady(ready);
    }

    // A client that was just answered often says more while the other threads have their turn; then nobody needs to be put to sleep and woken.
    private bool GotItMeanwhile()
    {
        if (only is not { WantsToRead: true, WantsToWrite: false } source) return false;
        Thread.Yield();
        return source.OnReady(Ready.Read);
    }

    public void Wake() => waker.Wake();

    public void Dispose() => waker.Dispose();
}
