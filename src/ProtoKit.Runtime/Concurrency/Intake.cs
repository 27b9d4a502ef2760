using ProtoKit.Concurrency.EventLoop;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency;

/// <summary>Takes in what comes to a bound socket, connections or datagrams, on a loop's thread.</summary>
internal abstract class Intake(Loop loop, int descriptor, IReception reception) : IReadySource
{
    // As many at once, before those who were taken in have their turn.
    private const int Together = 64;

    private TimeSpan pause = AcceptPause.First;
    private bool watched;
    private bool pausing;
    private bool closed;

    public int Descriptor => descriptor;

    /// <summary>Other loops take in from the same socket.</summary>
    public bool IsShared { get; init; }

    public bool WantsToRead => !pausing;

    public bool WantsToWrite => false;

    /// <summary>What became of an attempt to take one in.</summary>
    protected enum Took
    {
        /// <summary>It is taken in.</summary>
        One,

        /// <summary>It is taken in, and no other until <see cref="Resume"/>.</summary>
        Enough,

        /// <summary>Nobody is there.</summary>
        None,

        /// <summary>It failed, as it may when no descriptor is left: worth a pause.</summary>
        Failure,
    }

    /// <summary>Begins on the loop's thread. Any thread may call it.</summary>
    public void Begin() => loop.Post(static self => ((Intake)self!).Resume(), this);

    /// <summary>Begins, or goes on. To be called on the loop's thread.</summary>
    public void Resume()
    {
        if (closed || watched) return;
        watched = true;
        loop.Set.Add(this);
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
            switch (TryTake())
            {
                case Took.None:
                    return i > 0;
                case Took.Failure:
                    Pause();
                    return false;
                case Took.Enough:
                    return true;
            }

            pause = AcceptPause.First;
        }

        // Others may be waiting still, and nothing would say so again.
        loop.Post(static self => ((Intake)self!).OnReady(Ready.Read), this);
        return true;
    }

    /// <summary>Counts the clients in.</summary>
    protected IReception Reception => reception;

    /// <summary>Takes one in, without waiting.</summary>
    protected abstract Took Take();

    private Took TryTake()
    {
        try
        {
            return Take();
        }
        catch (Exception failure)
        {
            // One that could not be taken in is not everybody's end.
            reception.Failed(failure);
            return Took.Failure;
        }
    }

    /// <summary>Leaves its place in the set to somebody else.</summary>
    protected void Suspend()
    {
        if (!watched) return;
        watched = false;
        loop.Set.Remove(this);
    }

    // No descriptor was left, or the peer was gone at once: all of it passes.
    private void Pause()
    {
        pausing = true;
        loop.Set.Changed(this);
        _ = Task.Delay(pause).ContinueWith(_ => loop.Post(static self => ((Intake)self!).GoOn(), this), TaskScheduler.Default);
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
