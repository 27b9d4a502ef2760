namespace ProtoKit.Tool.Terminal;

/// <summary>What a terminal sends for keys.</summary>
internal static class KeyBytes
{
    private const byte Escape = 0x1b;

    /// <summary>The keys among <paramref name="bytes"/> that are an ASCII character. An arrow or a function key is a sequence that has letters in it, and is none.</summary>
    public static List<char> Characters(ReadOnlySpan<byte> bytes)
    {
        var keys = new List<char>();
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] == Escape) at = EndOfSequence(bytes, at + 1);
            else if (bytes[at] < 0x80) keys.Add((char)bytes[at]);
        }

        return keys;
    }

    // The last byte of what follows an escape: CSI up to its final byte, SS3 and Alt with one more.
    private static int EndOfSequence(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length || bytes[at] is not ((byte)'[' or (byte)'O')) return at;
        if (bytes[at++] == 'O') return at;
        while (at < bytes.Length && bytes[at] is < 0x40 or > 0x7e) at++;
        return at;
    }
}
