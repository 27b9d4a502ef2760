using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace ProtoKit.Transports.Tcp;

/// <summary>
/// The writing half of a TCP connection. What is written by <see cref="WriteAsync"/> goes to the socket without a copy. A send that is cancelled in
/// its middle is the last: nobody knows how much of it the socket has taken.
/// </summary>
internal sealed class SocketWriter(Socket socket) : PipeWriter
{
    private static readonly FlushResult Sent = new(isCanceled: false, isCompleted: false);
    private static readonly FlushResult Canceled = new(isCanceled: true, isCompleted: false);
    private static readonly FlushResult Torn = new(isCanceled: false, isCompleted: true);

    private readonly ArrayBufferWriter<byte> written = new();
    private CancellationTokenSource cancel = new();
    private bool torn;
    private bool completed;

    public override void Advance(int bytes) => written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => written.GetSpan(sizeHint);

    public override void CancelPendingFlush() => Volatile.Read(ref cancel).Cancel();

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (!torn && IsCanceledBefore()) return Canceled;
        var result = await SendAsync(written.WrittenMemory, cancellationToken).ConfigureAwait(false);
        written.ResetWrittenCount();
        return result;
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (written.WrittenCount == 0 && !cancel.IsCancellationRequested) return SendAsync(source, cancellationToken);
        written.Write(source.Span);
        return FlushAsync(cancellationToken);
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (torn) return Torn;
        var stop = cancel.Token;
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken) : null;
        try
        {
            while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, linked?.Token ?? stop).ConfigureAwait(false)..];
            return Sent;
        }
        catch (OperationCanceledException)
        {
            torn = true;
            if (!stop.IsCancellationRequested) throw;
            return Canceled;
        }
    }

    // Nothing has been sent yet, so nothing is lost: the next flush sends it.
    private bool IsCanceledBefore()
    {
        if (!cancel.IsCancellationRequested) return false;
        Volatile.Write(ref cancel, new CancellationTokenSource());
        return true;
    }
}
