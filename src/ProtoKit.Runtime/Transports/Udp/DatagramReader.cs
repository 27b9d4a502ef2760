using System.Buffers;
using System.IO.Pipelines;

namespace ProtoKit.Transports.Udp;

/// <summary>The reading half of a datagram: all of it in one segment, and then the end.</summary>
internal sealed class DatagramReader(ReadOnlyMemory<byte> datagram) : PipeReader
{
    private ReadOnlySequence<byte> unread = new(datagram);
    private int woken;

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => new(Result(Interlocked.Exchange(ref woken, 0) > 0));

    public override bool TryRead(out ReadResult result)
    {
        result = Result(canceled: false);
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => unread = unread.Slice(consumed);

    public override void CancelPendingRead() => Interlocked.Increment(ref woken);

    public override void Complete(Exception? exception = null)
    {
    }

    private ReadResult Result(bool canceled) => new(unread, canceled, isCompleted: true);
}
