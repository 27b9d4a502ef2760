namespace ProtoKit.Reference;

/// <summary>Damages bytes as accidents and attackers do: bits, cuts, insertions, pieces out of place, and numbers that are as large as can be.</summary>
public static class BinaryStreamBreaker
{
    // Lengths that promise too much, marks and escapes of framings, numbers of seven bits that do not end, and texts that are none.
    private static readonly byte[][] Pieces =
    [
        [0xFF], [0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80], [0x80, 0x00], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
        [0xFF, 0xFF, 0xFF, 0x7F], [0], [0, 0], [1], [2], [3], [0xC0], [0xDB], [0xDB, 0xDC], [0xDB, 0x00], [0x7E], [0x7D], [0x7D, 0x7E], [0x7D, 0x5E], [0xC3], [0xED, 0xA0, 0x80],
        [.. "\r\n"u8], [.. "\n"u8], [.. "-1\r\n"u8], [.. "$-1\r\n"u8], [.. "*-1\r\n"u8], [.. "*0\r\n"u8], [.. "$0\r\n\r\n"u8], [.. "999999999999\r\n"u8], [.. "99999999999999999999999"u8],
        [.. "*1\r\n$1\r\n"u8], [.. ":1\r\n"u8], [.. "+OK\r\n"u8], [.. "-ERR\r\n"u8], [.. "\"a b\" 'c' "u8], [.. "0"u8], [.. "00"u8], [.. "-2\r\n"u8],
    ];

    /// <summary>The stream, damaged in one to three places.</summary>
    public static byte[] Break(Random random, byte[] stream)
    {
        var bytes = stream.ToList();
        for (var i = random.Next(1, 4); i > 0; i--) BreakOnce(random, bytes);
        return [.. bytes];
    }

    /// <summary>Damages one place.</summary>
    public static void BreakOnce(Random random, List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var count = Math.Min(bytes.Count - at, random.Next(1, 6));
        var piece = Pieces[random.Next(Pieces.Length)];
        switch (random.Next(10))
        {
            case 0 or 1 when count > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2 when count > 0:
                bytes[at] = (byte)(bytes[at] + (random.Next(2) == 0 ? 1 : -1));
                break;
            case 3:
                bytes.RemoveRange(at, count);
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 6:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(20))));
                break;
            case 7:
                bytes.InsertRange(at, Enumerable.Repeat((byte)'x', random.Next(1, 200)));
                break;
            case 8 when bytes.Count - at >= piece.Length:
                bytes.RemoveRange(at, piece.Length);
                bytes.InsertRange(at, piece);
                break;
            default:
                bytes.InsertRange(at, piece);
                break;
        }
    }
}
