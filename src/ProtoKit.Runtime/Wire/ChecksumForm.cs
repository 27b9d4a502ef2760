namespace ProtoKit.Wire;

/// <summary>The checksum that ends each frame: how it is computed, and which of its bytes comes first.</summary>
/// <param name="kind">How it is computed.</param>
/// <param name="littleEndian">Its least significant byte comes first.</param>
public sealed class ChecksumForm(ChecksumKind kind, bool littleEndian)
{
    private static readonly uint[] ModbusTable = Reflected(0xA001);
    private static readonly uint[] Crc32Table = Reflected(0xEDB88320);
    private static readonly uint[] XmodemTable = Forward();

    /// <summary>How it is computed.</summary>
    public ChecksumKind Kind => kind;

    /// <summary>How many bytes it has.</summary>
    public int Size { get; } = kind switch
    {
        ChecksumKind.Crc32 => 4,
        ChecksumKind.Crc16Modbus or ChecksumKind.Crc16Xmodem => 2,
        _ => 1,
    };

    /// <summary>The checksum of these bytes.</summary>
    public uint Of(ReadOnlySpan<byte> bytes) => kind switch
    {
        ChecksumKind.Crc16Modbus => Reflected(bytes, ModbusTable, 0xFFFF),
        ChecksumKind.Crc16Xmodem => Xmodem(bytes),
        ChecksumKind.Crc32 => ~Reflected(bytes, Crc32Table, uint.MaxValue),
        ChecksumKind.Xor8 => Xor(bytes),
        _ => Sum(bytes),
    };

    /// <summary>The checksum that stands here.</summary>
    internal uint Read(ReadOnlySpan<byte> from)
    {
        uint value = 0;
        for (var at = 0; at < Size; at++) value = (value << 8) | from[littleEndian ? Size - 1 - at : at];
        return value;
    }

    /// <summary>Writes a checksum.</summary>
    internal void Write(Span<byte> into, uint value)
    {
        for (var at = 0; at < Size; at++, value >>= 8) into[littleEndian ? at : Size - 1 - at] = (byte)value;
    }

    private static uint Reflected(ReadOnlySpan<byte> bytes, uint[] table, uint initial)
    {
        foreach (var next in bytes) initial = (initial >> 8) ^ table[(byte)(initial ^ next)];
        return initial;
    }

    private static uint Xmodem(ReadOnlySpan<byte> bytes)
    {
        uint value = 0;
        foreach (var next in bytes) value = ((value << 8) ^ XmodemTable[(byte)((value >> 8) ^ next)]) & 0xFFFF;
        return value;
    }

    private static uint Xor(ReadOnlySpan<byte> bytes)
    {
        uint value = 0;
        foreach (var next in bytes) value ^= next;
        return value;
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        uint value = 0;
        foreach (var next in bytes) value += next;
        return value & 0xFF;
    }

    private static uint[] Reflected(uint polynomial)
    {
        var table = new uint[256];
        for (uint at = 0; at < 256; at++)
        {
            var value = at;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
            table[at] = value;
        }

        return table;
    }

    private static uint[] Forward()
    {
        var table = new uint[256];
        for (uint at = 0; at < 256; at++)
        {
            var value = at << 8;
            for (var bit = 0; bit < 8; bit++) value = (value & 0x8000) != 0 ? (value << 1) ^ 0x1021 : value << 1;
            table[at] = value & 0xFFFF;
        }

        return table;
    }
}
