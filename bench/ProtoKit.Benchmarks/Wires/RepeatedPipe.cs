using System.Buffers;
using System.IO.Pipelines;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>A connection that costs next to nothing: the same bytes at each read, then the end; what is written is forgotten.</summary>
internal sealed class RepeatedPipe : IDuplexPipe
{
    private readonly Reader input = new();
    private readonly Writer output = new();

    public PipeReader Input => input;

    public PipeWriter Output => output;

    /// <summary>What is written is kept.</summary>
    public bool Keeps { get; set; }

    public byte[] Written => output.Kept.WrittenSpan.ToArray();

    public void Rewind(byte[] batch, int reads)
    {
        input.Rewind(batch, reads);
        output.Rewind(Keeps);
    }

    private sealed class Reader : PipeReader
    {
        private byte[] batch = [];
        private ReadOnlySequence<byte> unread;
        private int left;

        public void Rewind(byte[] bytes, int reads) => (batch, left, unread) = (bytes, reads, default);

        public override bool TryRead(out ReadResult result)
        {
            if (unread.IsEmpty && left > 0) (unread, left) = (new ReadOnlySequence<byte>(batch), left - 1);
            result = new ReadResult(unread, isCanceled: false, isCompleted: unread.IsEmpty);
            return true;
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            TryRead(out var result);
            return new(result);
        }

        public override void AdvanceTo(SequencePosition consumed) => unread = unread.Slice(consumed);

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => AdvanceTo(consumed);

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }

    private sealed class Writer : PipeWriter
    {
        private readonly byte[] buffer = new byte[256 * 1024];
        private int length;
        private bool keeps;

        public ArrayBufferWriter<byte> Kept { get; } = new();

        public void Rewind(bool keep)
        {
            (length, keeps) = (0, keep);
            Kept.ResetWrittenCount();
        }

        public override void Advance(int bytes) => length += bytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => buffer.AsMemory(length);

        public override Span<byte> GetSpan(int sizeHint = 0) => buffer.AsSpan(length);

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
        {
            if (keeps) Kept.Write(buffer.AsSpan(0, length));
            length = 0;
            return new(new FlushResult(isCanceled: false, isCompleted: false));
        }

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null) => FlushAsync();
    }
}
