using System.Buffers;

namespace Samples.Tests;

/// <summary>Bytes that lie in memory in pieces.</summary>
internal static class Pieces
{
    public static ReadOnlySequence<byte> Of(byte[] bytes, IReadOnlyList<int> cuts)
    {
        Piece? first = null;
        Piece? last = null;
        var from = 0;
        foreach (var cut in cuts.Append(bytes.Length))
        {
            // A piece of its own array: whoever reads beyond its end reads nobody's bytes.
            var next = new Piece(bytes[from..cut], from);
            first ??= next;
            last?.Before(next);
            (last, from) = (next, cut);
        }

        return new ReadOnlySequence<byte>(first!, 0, last!, last!.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(byte[] bytes, long start) => (Memory, RunningIndex) = (bytes, start);

        public void Before(Piece next) => Next = next;
    }
}
