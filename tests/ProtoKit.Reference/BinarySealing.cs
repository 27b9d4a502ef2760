using System.Numerics;

namespace ProtoKit.Reference;

/// <summary>Frames as they go over the wire: with their length, their checksum, and what delimits them.</summary>
internal static class BinarySealing
{
    public static byte[] Seal(BinaryWire wire, BinaryFrame frame)
    {
        var framing = wire.Framing;
        var sum = wire.Checksum is { } checksum ? BinaryChecksums.SizeOf(checksum) : 0;
        var length = framing.Length is { } form ? BinaryWriting.Number(form, frame.Behind.Length + sum + framing.Adjust) : [];
        byte[] whole = [.. frame.Before, .. length, .. frame.Behind];
        if (framing.Kind == "fixed") whole = [.. whole, .. new byte[Math.Max(0, framing.Size - sum - whole.Length)]];
        if (wire.Checksum is { } kind) whole = [.. whole, .. BinaryChecksums.Of(kind, whole)];
        return framing.Kind switch
        {
            "marked" => [framing.Start, .. whole, framing.End],
            "stuffed" => Stuffed(framing.Stuffing, whole),
            _ => whole,
        };
    }

    /// <summary>The delimiter of a stuffing.</summary>
    public static byte DelimiterOf(string stuffing) => stuffing switch
    {
        "slip" => 0xC0,
        "hdlc" => 0x7E,
        _ => 0,
    };

    private static byte[] Stuffed(string stuffing, byte[] frame) => stuffing switch
    {
        "slip" => [.. frame.SelectMany(next => next switch { 0xC0 => new byte[] { 0xDB, 0xDC }, 0xDB => [0xDB, 0xDD], _ => [next] }), 0xC0],
        "hdlc" => [.. frame.SelectMany(next => next is 0x7E or 0x7D ? new byte[] { 0x7D, (byte)(next ^ 0x20) } : [next]), 0x7E],
        _ => [.. Cobs(frame), 0],
    };

    // Each run of bytes that are not zero, up to 254 of them, stands behind its length and one; a zero that ends a shorter run is not said.
    private static List<byte> Cobs(byte[] frame)
    {
        var stuffed = new List<byte>();
        var run = new List<byte>();
        for (var at = 0; at < frame.Length; at++)
        {
            if (frame[at] != 0) run.Add(frame[at]);
            if (frame[at] == 0 || (run.Count == 254 && at < frame.Length - 1)) EndRun();
        }

        EndRun();
        return stuffed;

        void EndRun()
        {
            stuffed.Add((byte)(run.Count + 1));
            stuffed.AddRange(run);
            run.Clear();
        }
    }
}

/// <summary>Checksums, bit by bit, as the catalogue of CRC algorithms describes them.</summary>
internal static class BinaryChecksums
{
    public static int SizeOf(BinaryChecksum checksum) => checksum.Kind switch
    {
        "crc32" => 4,
        "crc16Modbus" or "crc16Xmodem" => 2,
        _ => 1,
    };

    public static byte[] Of(BinaryChecksum checksum, IEnumerable<byte> bytes)
    {
        var value = checksum.Kind switch
        {
            "crc16Modbus" => Crc(bytes, 16, 0x8005, 0xFFFF, reflected: true, 0),
            "crc16Xmodem" => Crc(bytes, 16, 0x1021, 0, reflected: false, 0),
            "crc32" => Crc(bytes, 32, 0x04C11DB7, 0xFFFFFFFF, reflected: true, 0xFFFFFFFF),
            "xor8" => bytes.Aggregate(0UL, (sum, next) => sum ^ next),
            _ => bytes.Aggregate(0UL, (sum, next) => (sum + next) % 256),
        };
        var big = Enumerable.Range(0, SizeOf(checksum)).Select(at => (byte)(value >> (8 * at))).Reverse();
        return [.. checksum.Little ? big.Reverse() : big];
    }

    private static ulong Crc(IEnumerable<byte> bytes, int width, ulong polynomial, ulong register, bool reflected, ulong atLast)
    {
        foreach (var next in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var data = (ulong)(next >> (reflected ? bit : 7 - bit)) & 1;
                var top = ((register >> (width - 1)) & 1) ^ data;
                register = (register << 1) & ((1UL << width) - 1);
                if (top == 1) register ^= polynomial;
            }
        }

        return (reflected ? Mirrored(register, width) : register) ^ atLast;
    }

    private static ulong Mirrored(ulong value, int width)
    {
        ulong mirrored = 0;
        for (var bit = 0; bit < width; bit++) mirrored |= ((value >> bit) & 1) << (width - 1 - bit);
        return mirrored;
    }
}
