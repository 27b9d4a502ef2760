namespace ProtoKit.Wire;

/// <summary>
/// Cheshire and Baker, Consistent Overhead Byte Stuffing, 1999: each zero is replaced by the distance to the next one, and the first distance stands in
/// front.
/// </summary>
internal sealed class CobsStuffing() : StuffingForm("COBS", 0)
{
    private const int Longest = 0xFF;

    public override long Most(int bytes) => bytes + (bytes / (Longest - 1)) + 1L;

    // One run without a zero stands behind its distance just as it is.
    public override Range? Plain(ReadOnlySpan<byte> stuffed) => stuffed[0] == stuffed.Length ? 1.. : null;

    public override int Undo(ReadOnlySpan<byte> stuffed, Span<byte> into)
    {
        var length = 0;
        for (var at = 0; at < stuffed.Length;)
        {
            int distance = stuffed[at];
            if (distance == 0 || at + distance > stuffed.Length) return -1;
            stuffed.Slice(at + 1, distance - 1).CopyTo(into[length..]);
            length += distance - 1;
            at += distance;
            if (distance < Longest && at < stuffed.Length) into[length++] = 0;
        }

        return length;
    }

    public override int Do(ReadOnlySpan<byte> frame, Span<byte> into)
    {
        var (mark, length) = (0, 1);
        foreach (var next in frame)
        {
            // A full run needs another mark only when something follows it.
            if (length - mark == Longest) Begin(into, ref mark, ref length);
            if (next == 0) Begin(into, ref mark, ref length);
            else into[length++] = next;
        }

        into[mark] = (byte)(length - mark);
        return length;
    }

    private static void Begin(Span<byte> into, ref int mark, ref int length)
    {
        into[mark] = (byte)(length - mark);
        mark = length++;
    }
}
