using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// The receiving half. It receives when somebody reads, and not before, so that whoever does not read holds its peer back; what it has received is one
/// run of memory, in the loop's own room until somebody waits with some of it left.
/// </summary>
internal sealed partial class LoopReader(LoopConnection connection, Channel channel) : PipeReader, IFrugalReader, IValueTaskSource<ReadResult>
{
    private ReceiveBuffer buffer;
    private ManualResetValueTaskSourceCore<ReadResult> waiter;
    private int canceled;
    private bool asked;
    private bool examined = true;
    private bool readable;
    private bool hungUp;
    private bool ended;

    public bool IsLookedAt { get; set; }

    /// <summary>Somebody waits for bytes.</summary>
    public bool IsWaiting { get; private set; }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!connection.Loop.TryEnter())
        {
            waiter.Reset();
            connection.Loop.Post(static self => ((LoopReader)self!).BeginRead(), this);
            return new ValueTask<ReadResult>(this, waiter.Version);
        }

        try
        {
            if (TryReadNow(out var result)) return new ValueTask<ReadResult>(result);
            waiter.Reset();
            Wait();
            return new ValueTask<ReadResult>(this, waiter.Version);
        }
        finally
        {
            connection.Loop.Leave();
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        result = default;
        return (!examined || ended || Volatile.Read(ref canceled) != 0) && TryReadNow(out result);
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        this.examined = examined.GetInteger() >= buffer.End;
        buffer.Consume(consumed.GetInteger());
    }

    /// <summary>The peer sends no more, and has been read to its end.</summary>
    public bool HasEnded => ended;

    /// <summary>Ends a wait, or the next one, with what there is. Any thread may call it.</summary>
    public override void CancelPendingRead()
    {
        Volatile.Write(ref canceled, 1);
        WakeLater();
    }

    /// <summary>Lets whoever waits go on, if it can, when others have had their turn. Any thread may call it.</summary>
    public void WakeLater() => connection.Loop.Post(static self => ((LoopReader)self!).Wake(), this);

    public override void Complete(Exception? exception = null)
    {
        var entered = connection.Loop.TryEnter();
        buffer.Release(entered ? connection.Loop : null);
        if (entered) connection.Loop.Leave();
    }

    /// <summary>The socket may have something. True: somebody waits for it.</summary>
    public bool OnReady(bool hungUp)
    {
        readable = true;
        this.hungUp |= hungUp;
        return IsWaiting;
    }

    public ReadResult GetResult(short token) => waiter.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => waiter.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        waiter.OnCompleted(continuation, state, token, flags);

    // The read of another thread, which waits already.
    private void BeginRead()
    {
        IsWaiting = true;
        if (!Wake()) Wait();
    }

    private void Wait()
    {
        IsWaiting = true;
        Shrink();
        connection.WishesChanged();
    }

    // Who waits holds no more memory than it has bytes.
    private void Shrink()
    {
        if (!IsLookedAt) buffer.Shrink(connection.Loop);
    }

    /// <summary>Whoever waits goes on inside this call, if there is something. True: there was; then the caller does nothing more.</summary>
    public bool Wake()
    {
        if (!IsWaiting) return false;
        ReadResult result;
        try
        {
            if (!TryReadNow(out result)) return false;
        }
        catch (Exception broken)
        {
            Stop();
            connection.Loop.Lend();
            waiter.SetException(broken);
            return true;
        }

        Stop();
        connection.Loop.Lend();
        waiter.SetResult(result);
        return true;
    }

    private void Stop()
    {
        IsWaiting = false;
        connection.WishesChanged();
    }

    private bool TryReadNow(out ReadResult result)
    {
        var woken = Interlocked.Exchange(ref canceled, 0) != 0;
        if (!woken && examined && !ended && !Receive())
        {
            result = default;
            return false;
        }

        result = new ReadResult(buffer.Sequence, isCanceled: woken, isCompleted: ended);
        direct = default;
        return true;
    }

    private bool Receive()
    {
        if (!readable) return false;
        if (!connection.MayGoOn())
        {
            AskAgain();
            return false;
        }

        var room = direct.IsEmpty ? buffer.Room(connection.Loop, IsLookedAt) : direct.Span;
        var count = channel.Receive(room);
        // A read that did not fill its room has emptied the socket; only the end, which comes without bytes, may be behind it.
        if (count < room.Length && (!hungUp || count == Channel.WouldBlock)) readable = false;
        if (count == Channel.WouldBlock)
        {
            Shrink();
            return false;
        }

        connection.Used(count);
        ended = count == 0;
        Take(count);
        return true;
    }

    // Once a round is enough, however often the socket says that it is ready.
    private void AskAgain()
    {
        if (asked) return;
        asked = true;
        connection.Loop.Post(static self => ((LoopReader)self!).Again(), this);
    }

    private void Again()
    {
        asked = false;
        Wake();
    }
}
