using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ProtoKit.Transports.Tcp;

/// <summary>
/// The writing half of a TCP connection. What is written by <see cref="WriteAsync"/> goes to the socket without a copy. Of a write that is
/// cancelled, what has not been sent waits for the next flush.
/// </summary>
internal sealed class SocketWriter(Socket socket) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> written = new();
    private CancellationTokenSource cancel = new();
    private int unsentFrom;
    private bool completed;

    public override void Advance(int bytes) => written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => written.GetSpan(sizeHint);

    public override void CancelPendingFlush() => Volatile.Read(ref cancel).Cancel();

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            while (unsentFrom < written.WrittenCount)
                unsentFrom += await SendAsync(written.WrittenMemory[unsentFrom..], cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (TryRenew())
        {
            return new FlushResult(isCanceled: true, isCompleted: false);
        }

        written.ResetWrittenCount();
        unsentFrom = 0;
        return new FlushResult(isCanceled: false, isCompleted: false);
    }

    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (written.WrittenCount > 0)
        {
            written.Write(source.Span);
            return await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            while (!source.IsEmpty) source = source[await SendAsync(source, cancellationToken).ConfigureAwait(false)..];
            return new FlushResult(isCanceled: false, isCompleted: false);
        }
        catch (OperationCanceledException) when (TryRenew())
        {
            written.Write(source.Span);
            return new FlushResult(isCanceled: true, isCompleted: false);
        }
    }

    public override void Complete(Exception? exception = null)
    {
        if (completed) return;
        completed = true;
        try
        {
            if (exception is null) socket.Shutdown(SocketShutdown.Send);
            // An answer that was cut short must not look like a whole one: the peer sees a reset.
            else socket.Close(0);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The peer was first.
        }
    }

    private async ValueTask<int> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var stop = Volatile.Read(ref cancel).Token;
        if (!cancellationToken.CanBeCanceled) return await socket.SendAsync(bytes, SocketFlags.None, stop).ConfigureAwait(false);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
        return await socket.SendAsync(bytes, SocketFlags.None, linked.Token).ConfigureAwait(false);
    }

    // False: it was not CancelPendingFlush that cancelled.
    private bool TryRenew()
    {
        var spent = cancel;
        return spent.IsCancellationRequested && Interlocked.CompareExchange(ref cancel, new CancellationTokenSource(), spent) == spent;
    }
}
