namespace ProtoKit.Wire;

/// <summary>Whole numbers as seven bits in each byte, of which the high bit says that more follow. Each has one spelling: its shortest.</summary>
internal static class VarIntBytes
{
    // 64 bits in groups of seven.
    public const int Most = 10;

    /// <summary>Reads one; answers its bytes, 0 when there are not all of them, and -1 when it is longer than it may or has to be.</summary>
    public static int Read(ReadOnlySpan<byte> from, int maxBytes, bool bigEndian, out ulong value)
    {
        value = 0;
        maxBytes = Math.Min(maxBytes, Most);
        for (var at = 0; at < from.Length && at < maxBytes; at++)
        {
            var group = from[at] & 0x7FUL;
            if (bigEndian ? value >> 57 != 0 : at == Most - 1 && group > 1) return -1;
            value = bigEndian ? (value << 7) | group : value | (group << (7 * at));
            if (from[at] < 0x80) return IsShortest(from[..(at + 1)], bigEndian) ? at + 1 : -1;
        }

        return from.Length < maxBytes ? 0 : -1;
    }

    /// <summary>How many bytes a number takes.</summary>
    public static int SizeOf(ulong value)
    {
        var size = 1;
        while ((value >>= 7) != 0) size++;
        return size;
    }

    /// <summary>Writes one into exactly as many bytes as it takes.</summary>
    public static void Write(Span<byte> into, ulong value, bool bigEndian)
    {
        for (var at = 0; at < into.Length; at++, value >>= 7)
        {
            var place = bigEndian ? into.Length - 1 - at : at;
            into[place] = (byte)((value & 0x7F) | (place < into.Length - 1 ? 0x80UL : 0));
        }
    }

    // The most significant group of a longer number is not zero.
    private static bool IsShortest(ReadOnlySpan<byte> bytes, bool bigEndian) => bytes.Length == 1 || (bigEndian ? bytes[0] != 0x80 : bytes[^1] != 0);
}
