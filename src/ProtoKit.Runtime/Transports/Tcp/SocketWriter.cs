using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ProtoKit.Transports.Tcp;

/// <summary>The writing half of a TCP connection. What is written by <see cref="WriteAsync"/> goes to the socket without a copy.</summary>
internal sealed class SocketWriter(Socket socket) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> written = new();
    private CancellationTokenSource cancel = new();
    private bool completed;

    public override void Advance(int bytes) => written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => written.GetSpan(sizeHint);

    public override void CancelPendingFlush() => Volatile.Read(ref cancel).Cancel();

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        var result = await SendAsync(written.WrittenMemory, cancellationToken).ConfigureAwait(false);
        written.ResetWrittenCount();
        return result;
    }

    public override async ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        if (written.WrittenCount > 0)
        {
            written.Write(source.Span);
            return await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        return await SendAsync(source, cancellationToken).ConfigureAwait(false);
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

    private async ValueTask<FlushResult> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var stop = cancel;
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(stop.Token, cancellationToken) : null;
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, (linked ?? stop).Token).ConfigureAwait(false)..];
            return new FlushResult(isCanceled: false, isCompleted: false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref cancel, new CancellationTokenSource(), stop);
            return new FlushResult(isCanceled: true, isCompleted: false);
        }
    }
}
