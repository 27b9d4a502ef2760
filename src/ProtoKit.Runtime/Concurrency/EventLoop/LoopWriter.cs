using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Concurrency.EventLoop;

/// <summary>
/// The sending half. <see cref="WriteAsync"/> sends from the caller's memory and is done when the socket has taken all of it. What a
/// cancelled send has left is sent by the next flush.
/// </summary>
internal sealed partial class LoopWriter(LoopConnection connection, Channel channel) : PipeWriter, IValueTaskSource<FlushResult>
{
    private static readonly FlushResult Sent = new(isCanceled: false, isCompleted: false);
    private static readonly FlushResult Canceled = new(isCanceled: true, isCompleted: false);

    private ArrayBufferWriter<byte>? written;
    private ManualResetValueTaskSourceCore<FlushResult> waiter;
    private ReadOnlyMemory<byte> unsent;
    private int canceled;
    private bool asked;
    private bool writable = true;
    private bool waits;
    private bool completed;

    /// <summary>Somebody waits for the socket to take more.</summary>
    public bool IsWaiting => waits && !writable;

    public override void Advance(int bytes) => Written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => Written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => Written.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (written is not { WrittenCount: > 0 }) return SendAsync(default, cancellationToken);
        var bytes = written.WrittenSpan.ToArray();
        written.ResetWrittenCount();
        return SendAsync(bytes, cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (written is not { WrittenCount: > 0 }) return SendAsync(source, cancellationToken);
        written.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    /// <summary>Ends a wait, or the next one. Any thread may call it.</summary>
    public override void CancelPendingFlush()
    {
        Volatile.Write(ref canceled, 1);
        connection.Loop.Post(static self => ((LoopWriter)self!).GoOn(), this);
    }

    public override void Complete(Exception? exception = null)
    {
        if (completed) return;
        completed = true;
        // An answer that was cut short must not look like a whole one: the peer sees a reset.
        if (exception is null) connection.EndSending();
        else channel.WillReset();
    }

    /// <summary>The socket may take more. True: somebody waits for that.</summary>
    public bool OnReady()
    {
        writable = true;
        return waits;
    }

    public FlushResult GetResult(short token) => waiter.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => waiter.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        waiter.OnCompleted(continuation, state, token, flags);

    private ArrayBufferWriter<byte> Written => written ??= new ArrayBufferWriter<byte>();

    private ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        unsent = bytes;
        if (!connection.Loop.TryEnter())
        {
            waiter.Reset();
            connection.Loop.Post(static self => ((LoopWriter)self!).BeginSend(), this);
            return new ValueTask<FlushResult>(this, waiter.Version);
        }

        try
        {
            if (TrySend(out var result)) return new ValueTask<FlushResult>(result);
            waiter.Reset();
            waits = true;
            connection.WishesChanged();
            return new ValueTask<FlushResult>(this, waiter.Version);
        }
        finally
        {
            connection.Loop.Leave();
        }
    }

    // The send of another thread, which waits already.
    private void BeginSend()
    {
        waits = true;
        if (!GoOn()) connection.WishesChanged();
    }

    /// <summary>Sends more; whoever waits goes on inside this call when it was the last. True: something was sent; then the caller does nothing more.</summary>
    public bool GoOn()
    {
        if (!waits) return false;
        var before = unsent.Length - FileBytesSent;
        FlushResult result;
        try
        {
            if (!TrySend(out result))
            {
                connection.WishesChanged();
                return unsent.Length - FileBytesSent < before;
            }
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
        waits = false;
        unsent = default;
        connection.WishesChanged();
    }

    // False: the socket takes no more now, or the others are next.
    private bool TrySend(out FlushResult result)
    {
        result = Sent;
        if (Interlocked.Exchange(ref canceled, 0) != 0)
        {
            // What is not sent yet is kept: whoever goes on flushes it, and whoever breaks off completes with a reset.
            if (!unsent.IsEmpty) Written.Write(unsent.Span);
            result = Canceled;
            return true;
        }

        while (!unsent.IsEmpty)
        {
            if (!writable) return false;
            if (!connection.MayGoOn())
            {
                AskAgain();
                return false;
            }

            var count = channel.Send(unsent.Span, more: file is not null);
            // What it did not take whole has filled it.
            if (count < unsent.Length) writable = false;
            if (count == Channel.WouldBlock) return false;
            connection.Used(count);
            unsent = unsent[count..];
        }

        return file is null || TrySendFile();
    }

    // Once a round is enough, however often the socket says that it is ready.
    private void AskAgain()
    {
        if (asked) return;
        asked = true;
        connection.Loop.Post(static self => ((LoopWriter)self!).Again(), this);
    }

    private void Again()
    {
        asked = false;
        GoOn();
    }
}
