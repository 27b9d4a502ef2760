using System.Buffers;
using System.IO.Pipelines;

namespace ProtoKit.Sessions;

/// <summary>The reading half of a connection on which everything has been said already. Each read brings one more segment, so where the cuts are is exact.</summary>
internal sealed class ScriptedReader : PipeReader
{
    private readonly Segment first;
    private Segment last;
    private SequencePosition unread;
    private bool examined = true;
    private int woken;

    public ScriptedReader(IEnumerable<ReadOnlyMemory<byte>> segments)
    {
        first = last = new Segment(ReadOnlyMemory<byte>.Empty, null);
        var end = first;
        foreach (var segment in segments) end = new Segment(segment, end);
        unread = new SequencePosition(first, 0);
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var canceled = Interlocked.Exchange(ref woken, 0) > 0;
        if (!canceled && examined) last = (Segment?)last.Next ?? last;
        return new(Result(canceled));
    }

    public override bool TryRead(out ReadResult result)
    {
        result = Result(canceled: false);
        return !examined;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        unread = consumed;
        this.examined = new ReadOnlySequence<byte>((Segment)examined.GetObject()!, examined.GetInteger(), last, last.Memory.Length).IsEmpty;
    }

    public override void CancelPendingRead() => Interlocked.Increment(ref woken);

    public override void Complete(Exception? exception = null)
    {
    }

    private ReadResult Result(bool canceled)
    {
        var bytes = new ReadOnlySequence<byte>((Segment)unread.GetObject()!, unread.GetInteger(), last, last.Memory.Length);
        return new ReadResult(bytes, canceled, isCompleted: last.Next is null);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> bytes, Segment? before)
        {
            Memory = bytes;
            if (before is null) return;
            before.Next = this;
            RunningIndex = before.RunningIndex + before.Memory.Length;
        }
    }
}
