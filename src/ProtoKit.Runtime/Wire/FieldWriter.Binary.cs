using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoKit.Wire;

// Numbers in bytes.
public ref partial struct FieldWriter
{
    /// <summary>A whole number in as many bytes as its type has, the most significant first.</summary>
    public void Big<T>(T value)
        where T : struct, IBinaryInteger<T> => Whole(value, !BitConverter.IsLittleEndian);

    /// <summary>A whole number in as many bytes as its type has, the least significant first.</summary>
    public void Little<T>(T value)
        where T : struct, IBinaryInteger<T> => Whole(value, BitConverter.IsLittleEndian);

    /// <summary>A number of so many bits, the most significant first.</summary>
    public void Bits<T>(T value, int count)
        where T : struct, IBinaryInteger<T>
    {
        var bits = ulong.CreateTruncating(value);
        // A negative number has all bits of its type.
        if (count == 8 * Unsafe.SizeOf<T>() && count < 64) bits &= (1UL << count) - 1;
        if (count < 64 && bits >> count != 0) throw new NotWritableException("", $"the number {value} does not fit into {count} bits");
        for (var left = count; left > 0;)
        {
            if (bit == 0) Append([0]);
            var taken = Math.Min(left, 8 - bit);
            left -= taken;
            bit += taken;
            frame[length - 1] |= (byte)(((bits >> left) & ((1u << taken) - 1)) << (8 - bit));
            bit &= 7;
        }
    }

    /// <summary>One bit.</summary>
    public void Bit(bool value) => Bits(value ? (byte)1 : (byte)0, 1);

    /// <summary>A real number of IEEE 754, the most significant byte first.</summary>
    public void BigReal<T>(T value)
        where T : struct, IBinaryFloatingPointIeee754<T> => WriteReal(value, !BitConverter.IsLittleEndian);

    /// <summary>A real number of IEEE 754, the least significant byte first.</summary>
    public void LittleReal<T>(T value)
        where T : struct, IBinaryFloatingPointIeee754<T> => WriteReal(value, BitConverter.IsLittleEndian);

    /// <summary>One byte, 0 for false and 1 for true.</summary>
    public void Bool8(bool value) => Append([value ? (byte)1 : (byte)0]);

    /// <summary>A number in groups of seven bits, the least significant first.</summary>
    public void VarInt<T>(string field, T value, int maxBytes)
        where T : struct, IBinaryInteger<T> => Groups(field, Unsigned(field, value), maxBytes, bigEndian: false);

    /// <summary>A number in groups of seven bits, the most significant first.</summary>
    public void VarIntBig<T>(string field, T value, int maxBytes)
        where T : struct, IBinaryInteger<T> => Groups(field, Unsigned(field, value), maxBytes, bigEndian: true);

    /// <summary>A signed number as 0, -1, 1, -2, 2 and so on, in groups of seven bits, the least significant first.</summary>
    public void ZigZag<T>(string field, T value, int maxBytes)
        where T : struct, IBinaryInteger<T>
    {
        var whole = long.CreateChecked(value);
        Groups(field, (ulong)((whole << 1) ^ (whole >> 63)), maxBytes, bigEndian: false);
    }

    /// <summary>A whole number in decimal digits, and what ends it.</summary>
    public void Digits<T>(T value, scoped ReadOnlySpan<byte> end)
        where T : struct, IBinaryInteger<T>
    {
        Integer(value);
        Append(end);
    }

    /// <summary>The bytes of a text in UTF-8; -1 when it is null.</summary>
    public static long LengthOf(string? value) => value is null ? -1 : Encoding.UTF8.GetByteCount(value);

    /// <summary>The number of bytes.</summary>
    public static long LengthOf(Bytes value) => value.Length;

    /// <summary>The number of bytes; -1 when they are null.</summary>
    public static long LengthOf(Bytes? value) => value?.Length ?? -1;

    /// <summary>A length or a count, the most significant byte first.</summary>
    public void BigLength<T>(string field, long length)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Big(Checked<T>(field, length));

    /// <summary>A length or a count, the least significant byte first.</summary>
    public void LittleLength<T>(string field, long length)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Little(Checked<T>(field, length));

    /// <summary>A length or a count in groups of seven bits, the least significant first.</summary>
    public void VarIntLength(string field, long length, int maxBytes) => VarInt(field, Checked<long>(field, length), maxBytes);

    private void Whole<T>(T value, bool isNative)
        where T : struct, IBinaryInteger<T>
    {
        var size = Unsafe.SizeOf<T>();
        if (!isNative && size > 1)
        {
            value = size switch
            {
                2 => Unsafe.BitCast<ushort, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(value))),
                4 => Unsafe.BitCast<uint, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(value))),
                8 => Unsafe.BitCast<ulong, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(value))),
                _ => Unsafe.BitCast<UInt128, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, UInt128>(value))),
            };
        }

        Unsafe.WriteUnaligned(ref Room(size)[0], value);
        length += size;
    }

    private void WriteReal<T>(T value, bool isNative)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        switch (Unsafe.SizeOf<T>())
        {
            case 2:
                Whole(Unsafe.BitCast<T, ushort>(value), isNative);
                break;
            case 4:
                Whole(Unsafe.BitCast<T, uint>(value), isNative);
                break;
            default:
                Whole(Unsafe.BitCast<T, ulong>(value), isNative);
                break;
        }
    }

    private void Groups(string field, ulong value, int maxBytes, bool bigEndian)
    {
        var size = VarIntBytes.SizeOf(value);
        if (size > maxBytes) throw new NotWritableException(field, $"does not fit into {maxBytes} bytes");
        VarIntBytes.Write(Room(size)[..size], value, bigEndian);
        length += size;
    }

    private static ulong Unsigned<T>(string field, T value)
        where T : struct, IBinaryInteger<T> =>
        T.IsNegative(value) ? throw new NotWritableException(field, "is negative, which cannot be said here") : ulong.CreateChecked(value);

    private static T Checked<T>(string field, long length)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => length >= 0 && length <= long.CreateSaturating(T.MaxValue)
        ? T.CreateTruncating(length)
        : throw new NotWritableException(field, length < 0 ? "is null, which cannot be said here" : $"has a length of {length}; {T.MaxValue} is the most");
}
