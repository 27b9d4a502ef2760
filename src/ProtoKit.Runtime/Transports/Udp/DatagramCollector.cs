using System.Buffers;
using System.IO.Pipelines;

namespace ProtoKit.Transports.Udp;

/// <summary>The writing half of a datagram: collects all that is written, however often it is flushed.</summary>
/// <param name="most">Bytes that are the most; of a longer answer nothing is kept.</param>
internal sealed class DatagramCollector(long most) : PipeWriter
{
    private readonly ArrayBufferWriter<byte> written = new();

    /// <summary>All that was written.</summary>
    public ReadOnlyMemory<byte> Datagram => written.WrittenMemory;

    /// <summary>Something was written, if only an empty answer.</summary>
    public bool HasAnswer { get; private set; }

    /// <summary>More was written than may be sent.</summary>
    public bool IsTooLong { get; private set; }

    public override void Advance(int bytes) => written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => written.GetSpan(sizeHint);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        HasAnswer = true;
        IsTooLong |= written.WrittenCount > most;
        // Whoever writes on is not told, but costs no more memory.
        if (IsTooLong) written.ResetWrittenCount();
        return new(new FlushResult(isCanceled: false, isCompleted: false));
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        written.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush()
    {
        // No flush waits.
    }

    public override void Complete(Exception? exception = null)
    {
        // An answer that was broken off is no answer.
        if (exception is null) return;
        written.ResetWrittenCount();
        HasAnswer = false;
    }
}
