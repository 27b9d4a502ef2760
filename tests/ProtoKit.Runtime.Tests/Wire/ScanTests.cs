using System.Buffers;

namespace RuntimeTests;

public class ScanTests
{
    [Fact]
    public void A_line_that_arrives_byte_by_byte_is_looked_at_once()
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 1 << 20));
        var bytes = new byte[200_000];
        Array.Fill(bytes, (byte)'x');
        bytes[^1] = (byte)'\n';
        var memory = new CountingMemory(bytes);
        for (var length = 1; length < bytes.Length; length++)
        {
            input.Feed(new ReadOnlySequence<byte>(memory.Memory[..length]));
            Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
            // A second look at what was looked at already would find what was put there since.
            bytes[length - 1] = (byte)'\n';
        }

        input.Feed(new ReadOnlySequence<byte>(memory.Memory));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var line));
        Assert.Equal(bytes.Length - 1, line.Length);
        Assert.True(memory.Looks <= 4 * bytes.Length, $"{memory.Looks} looks");
    }

    [Fact]
    public void A_frame_may_lie_in_any_number_of_segments()
    {
        var bytes = "ECHO 文 a\r\nECHO b\r\n"u8.ToArray();
        for (var size = 1; size <= bytes.Length; size++)
        {
            var input = new WireInput(WireFormat.Text(NewLine.CrLf, 80));
            input.Feed(Segments(bytes, size));
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out var first));
            Assert.Equal("ECHO 文 a", System.Text.Encoding.UTF8.GetString(first.Span));
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out var second));
            Assert.Equal("ECHO b", System.Text.Encoding.UTF8.GetString(second.Span));
            Assert.Equal((ReadStatus.NeedMore, bytes.Length), (input.ReadFrame(out _), input.Consumed));
            input.Release();
        }
    }

    [Fact]
    public void Segments_one_byte_long_are_looked_at_once()
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 1 << 20));
        var bytes = new byte[20_000];
        var sequence = Segments(bytes, 1);
        for (var length = 1; length <= bytes.Length; length += 97)
        {
            input.Feed(sequence.Slice(0, length));
            Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
            bytes.AsSpan(0, length).Fill((byte)'\n');
        }
    }

    [Fact]
    public void A_fault_says_where_its_frame_began()
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 80));
        input.Feed(new ReadOnlySequence<byte>("ECHO one\r\nNONE\r\n".Utf8()));
        Assert.Equal(ReadStatus.Done, Lab.TryRead(input, out _));
        Assert.Equal(ReadStatus.Fault, Lab.TryRead(input, out _));
        Assert.Equal((FaultKind.UnknownCommand, 10L), (input.Fault.Kind, input.Fault.Offset));
    }

    private static ReadOnlySequence<byte> Segments(byte[] bytes, int size)
    {
        var first = new Piece(default, null);
        var last = first;
        for (var at = 0; at < bytes.Length; at += size) last = new Piece(bytes.AsMemory(at, Math.Min(size, bytes.Length - at)), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            if (before is null) return;
            RunningIndex = before.RunningIndex + before.Memory.Length;
            before.Next = this;
        }
    }

    private sealed class CountingMemory(byte[] bytes) : MemoryManager<byte>
    {
        public long Looks { get; private set; }

        public override Span<byte> GetSpan()
        {
            Looks++;
            return bytes;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
