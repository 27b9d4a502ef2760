using System.IO.Pipelines;
using ProtoKit.Concurrency.Readiness;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// A connection as a duplex pipe whose two halves receive and send on their loop's thread and nowhere else. Whoever awaits one of them goes on there,
/// inside the call that made it possible: no queue, no other thread, no copy.
/// </summary>
internal sealed class LoopConnection : IDuplexPipe, IReadySource, IResumesInPlace, IWatchedPipe, IAsyncDisposable
{
    // What one connection may receive and send, each, before the others have their turn.
    private const long Share = 256 * 1024;

    private readonly Channel channel;
    private readonly LoopReader reader;
    private readonly LoopWriter writer;
    private long round = -1;
    private long share;
    private bool disposed;

    /// <summary>Takes the channel over. To be made on the loop's thread.</summary>
    public LoopConnection(Loop loop, Channel channel)
    {
        (Loop, this.channel) = (loop, channel);
        reader = new LoopReader(this, channel);
        writer = new LoopWriter(this, channel);
        loop.Set.Add(this);
    }

    public Loop Loop { get; }

    public bool IsWatched => Loop.IsWatched;

    public PipeReader Input => reader;

    public PipeWriter Output => writer;

    public int Descriptor => channel.Descriptor;

    public bool WantsToRead => reader.IsWaiting;

    public bool WantsToWrite => writer.IsWaiting;

    public void Calling(HandlerPlace? place) => Loop.Calling(place);

    public bool OnReady(Ready ready)
    {
        var receives = (ready & (Ready.Read | Ready.HungUp)) != 0 && reader.OnReady((ready & Ready.HungUp) != 0);
        var sends = (ready & Ready.Write) != 0 && writer.OnReady();
        // Whoever goes on may not come back here.
        if (receives && sends) reader.WakeLater();
        return sends ? writer.GoOn() : receives && reader.Wake();
    }

    /// <summary>The reader or the writer has begun to wait, or has stopped.</summary>
    public void WishesChanged()
    {
        if (!disposed) Loop.Set.Changed(this);
    }

    /// <summary>False: the connection has had its share of this round, and the others are next.</summary>
    public bool MayGoOn()
    {
        if (round != Loop.Round) (round, share) = (Loop.Round, 0);
        return share < Share;
    }

    /// <summary>Says that nothing more will be sent. A peer that sends no more itself is told so by the close, which is next.</summary>
    public void EndSending()
    {
        if (!reader.HasEnded) channel.ShutdownSend();
    }

    /// <summary>Counts what was received or sent.</summary>
    public void Used(int bytes) => share += bytes;

    /// <summary>Closes the socket, on the loop's thread.</summary>
    public ValueTask DisposeAsync()
    {
        if (Loop.TryEnter())
        {
            Close();
            Loop.Leave();
            return default;
        }

        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void CloseThere(object? state)
        {
            Close();
            closed.SetResult();
        }

        if (Loop.TryPost(CloseThere, null)) return new ValueTask(closed.Task);
        // The set that it stood in is gone with the loop.
        disposed = true;
        channel.Dispose();
        return default;
    }

    private void Close()
    {
        if (disposed) return;
        disposed = true;
        Loop.Set.Closing(this);
        Loop.Count(-1);
        channel.Dispose();
    }
}
