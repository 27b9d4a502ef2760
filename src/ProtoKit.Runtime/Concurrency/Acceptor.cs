using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Accepts on a loop's thread.</summary>
/// <param name="loop">The loop.</param>
/// <param name="listener">Where clients come.</param>
/// <param name="accepted">Takes a client over. False: that was enough for now, until <see cref="Resume"/>.</param>
internal sealed class Acceptor(Loop loop, StreamListener listener, Func<int, string, bool> accepted) : IReadySource
{
    // As many at once, before those who were accepted have their turn.
    private const int Together = 64;

    private TimeSpan pause = AcceptPause.First;
    private bool watched;
    private bool pausing;
    private bool closed;

    public int Descriptor => listener.Descriptor;

    public bool WantsToRead => !pausing;

    public bool WantsToWrite => false;

    /// <summary>Begins, or goes on. To be called on the loop's thread.</summary>
    public void Resume()
    {
        if (closed || watched) return;
        watched = true;
        listener.StopBlocking();
        loop.Set.Add(this);
    }

    /// <summary>Leaves its place in the set to somebody else.</summary>
    public void Suspend()
    {
        if (!watched) return;
        watched = false;
        loop.Set.Remove(this);
    }

    /// <summary>Accepts nobody any more. To be called on the loop's thread.</summary>
    public void Close()
    {
        closed = true;
        Suspend();
    }

    public bool OnReady(Ready ready)
    {
        if (pausing || !watched) return false;
        for (var i = 0; i < Together; i++)
        {
            switch (listener.TryAccept(out var descriptor, out var remote))
            {
                case StreamListener.Accepted.Nobody:
                    return i > 0;
                case StreamListener.Accepted.Failed:
                    Pause();
                    return false;
                default:
                    pause = AcceptPause.First;
                    if (!accepted(descriptor, remote)) return true;
                    break;
            }
        }

        // Others may be waiting still, and nothing would say so again.
        loop.Post(static self => ((Acceptor)self!).OnReady(Ready.Read), this);
        return true;
    }

    // No descriptor was left, or the peer was gone at once: all of it passes.
    private void Pause()
    {
        pausing = true;
        loop.Set.Changed(this);
        _ = Task.Delay(pause).ContinueWith(_ => loop.Post(static self => ((Acceptor)self!).GoOn(), this), TaskScheduler.Default);
        pause = AcceptPause.After(pause);
    }

    private void GoOn()
    {
        pausing = false;
        if (!watched) return;
        loop.Set.Changed(this);
        OnReady(Ready.Read);
    }
}
