using System.Buffers;

namespace RuntimeTests;

/// <summary>Feeds a wire's input and tells what came of it.</summary>
internal static class Streams
{
    public static byte[] Hex(string text) => Convert.FromHexString(text.Replace(" ", "", StringComparison.Ordinal));

    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexString(bytes);

    /// <summary>The frames of a stream that arrives in these lengths, as hex; the last entry may be a fault.</summary>
    public static List<string> Read(WireFormat format, byte[] stream, IEnumerable<int> arrivals, int segment = 0, Action<WireInput>? set = null)
    {
        var input = new WireInput(format);
        set?.Invoke(input);
        var frames = new List<string>();
        foreach (var there in arrivals)
        {
            var unread = stream.AsMemory((int)input.Consumed, there - (int)input.Consumed);
            input.Feed(segment == 0 ? new ReadOnlySequence<byte>(unread) : Segments(unread, segment));
            while (!input.NeedsMore)
            {
                var status = input.ReadFrame(out var frame);
                if (status == ReadStatus.Done) frames.Add(Hex(frame.Span));
                if (status != ReadStatus.Fault) continue;
                frames.Add($"{input.Fault.Kind}: {input.Fault.Reason}");
                if (FaultCode.Closes(input.Fault.Kind) || input.Fault.Skip != 0) return frames;
            }
        }

        input.Release();
        return frames;
    }

    public static List<string> Read(WireFormat format, byte[] stream) => Read(format, stream, [stream.Length]);

    public static List<string> Read(WireFormat format, string hex) => Read(format, Hex(hex));

    /// <summary>The same frames come of it at every split, byte by byte, and in segments of any length.</summary>
    public static void Everywhere(WireFormat format, byte[] stream, params string[] frames)
    {
        Assert.Equal(frames, Read(format, stream));
        for (var split = 0; split <= stream.Length; split++) Assert.Equal(frames, Read(format, stream, [split, stream.Length]));
        Assert.Equal(frames, Read(format, stream, Enumerable.Range(0, stream.Length + 1)));
        for (var segment = 1; segment <= Math.Min(stream.Length, 9); segment++)
        {
            Assert.Equal(frames, Read(format, stream, [stream.Length], segment));
            Assert.Equal(frames, Read(format, stream, Enumerable.Range(0, stream.Length + 1), segment));
        }
    }

    public static ReadOnlySequence<byte> Segments(ReadOnlyMemory<byte> bytes, int size)
    {
        var first = new Piece(default, null);
        var last = first;
        for (var at = 0; at < bytes.Length; at += size) last = new Piece(bytes.Slice(at, Math.Min(size, bytes.Length - at)), last);
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    /// <summary>What a writer hands over, as hex.</summary>
    public static string Written(WireFormat format, Fields.Writing write, ReadOnlyMemory<byte> head = default)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new FieldWriter(format, true, head);
        try
        {
            write(ref writer);
            writer.Check();
            writer.Commit(output);
        }
        finally
        {
            writer.Dispose();
        }

        return Hex(output.WrittenSpan);
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
}
