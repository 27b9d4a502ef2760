using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

// Numbers in bytes.
public ref partial struct FieldReader
{
    /// <summary>The fields of a frame of this wire; in an enveloped answer, numbers are words too.</summary>
    /// <param name="frame">The frame, as <see cref="WireInput.ReadFrame"/> gave it.</param>
    /// <param name="format">The wire.</param>
    public FieldReader(ReadOnlyMemory<byte> frame, WireFormat format)
        : this(frame, copies: true) => Begin(format, int.MaxValue, withNumbers: true);

    /// <summary>The fields of the frame that was read last.</summary>
    /// <param name="input">What it was read from.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="copies">Whoever reads them keeps the bytes that they hold.</param>
    public FieldReader(WireInput input, ReadOnlyMemory<byte> frame, bool copies = false)
        : this(frame, copies)
    {
        this.input = input;
        if (!input.Format.IsText) Begin(input.Format, input.HoldsAnswers ? int.MaxValue : input.MaxArguments, input.HoldsAnswers, input.Places);
    }

    internal FieldReader(ReadOnlyMemory<byte> frame, WireFormat format, int maxWords, bool holdsNumbers, bool copies)
        : this(frame, copies: copies) => Begin(format, maxWords, holdsNumbers);

    private void Begin(WireFormat format, int mostWords, bool withNumbers, ItemPlaces? known = null)
    {
        isText = format.IsText;
        isPadded = format.IsPadded;
        (holdsNumbers, maxWords) = (withNumbers, mostWords);
        uncounted = !isText;
        envelope = format.Enveloping;
        if (envelope is null) return;
        isInline = format.IsInline;
        // Of another frame they would be wrong.
        if (known is { Count: > 0 }) places = known;
    }

    /// <summary>A whole number in as many bytes as its type has, the most significant first.</summary>
    public T Big<T>(string field)
        where T : struct, IBinaryInteger<T> => Whole<T>(field, !BitConverter.IsLittleEndian);

    /// <summary>A whole number in as many bytes as its type has, the least significant first.</summary>
    public T Little<T>(string field)
        where T : struct, IBinaryInteger<T> => Whole<T>(field, BitConverter.IsLittleEndian);

    /// <summary>A number of so many bits, the most significant first. It is never negative, unless it has all bits of its type.</summary>
    public T Bits<T>(string field, int count)
        where T : struct, IBinaryInteger<T>
    {
        var bytes = (bit + count + 7) / 8;
        if (!Holds(field, bytes)) return default;
        ulong value = 0;
        for (var left = count; left > 0;)
        {
            var taken = Math.Min(left, 8 - bit);
            value = (value << taken) | ((uint)line[position] >> (8 - bit - taken) & ((1u << taken) - 1));
            left -= taken;
            bit += (byte)taken;
            if (bit < 8) continue;
            bit = 0;
            position++;
        }

        return T.CreateTruncating(value);
    }

    /// <summary>One bit, as true or false.</summary>
    public bool Bit(string field) => Bits<byte>(field, 1) != 0;

    /// <summary>A real number of IEEE 754, the most significant byte first.</summary>
    public T BigReal<T>(string field)
        where T : struct, IBinaryFloatingPointIeee754<T> => Real<T>(field, !BitConverter.IsLittleEndian);

    /// <summary>A real number of IEEE 754, the least significant byte first.</summary>
    public T LittleReal<T>(string field)
        where T : struct, IBinaryFloatingPointIeee754<T> => Real<T>(field, BitConverter.IsLittleEndian);

    /// <summary>One byte, 0 for false and 1 for true.</summary>
    public bool Bool8(string field)
    {
        var value = Big<byte>(field);
        if (value > 1) TypeFail(FaultKind.BadArgument, field, "is neither 0 nor 1");
        return value == 1;
    }

    /// <summary>A number in groups of seven bits, the least significant first, in the fewest bytes that it fits in.</summary>
    public T VarInt<T>(string field, int maxBytes)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Grouped<T>(field, maxBytes, bigEndian: false);

    /// <summary>A number in groups of seven bits, the most significant first, in the fewest bytes that it fits in.</summary>
    public T VarIntBig<T>(string field, int maxBytes)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => Grouped<T>(field, maxBytes, bigEndian: true);

    /// <summary>A signed number as 0, -1, 1, -2, 2 and so on, in groups of seven bits, the least significant first.</summary>
    public T ZigZag<T>(string field, int maxBytes)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (!TryGroups(field, maxBytes, bigEndian: false, out var value)) return default;
        var whole = (long)(value >> 1) ^ -(long)(value & 1);
        if (whole >= long.CreateSaturating(T.MinValue) && whole <= long.CreateSaturating(T.MaxValue)) return T.CreateTruncating(whole);
        return OutOfRange<T>(field);
    }

    /// <summary>A whole number in decimal digits, and what ends it: no leading zero, no plus sign.</summary>
    public T Digits<T>(string field, scoped ReadOnlySpan<byte> end)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        const int most = 20;
        if (cutFailed) return default;
        var near = line.Slice(position, Math.Min(line.Length - position, most + end.Length));
        var length = near.IndexOf(end);
        if (length >= 0 && NumberText.TryInteger(near[..length], out T value))
        {
            position += length + end.Length;
            return value;
        }

        if (length < 0 && near.Length < most + end.Length) RunOut(field, near.Length + 1);
        else CutFail(FaultKind.BadArgument, field, $"is not a whole number from {T.MinValue} to {T.MaxValue}");
        return default;
    }

    /// <summary>So many bits, from that bit of the frame on, the most significant first; -1 when the frame is too short. Up to 63 bits.</summary>
    public readonly long PeekBits(int offset, int count)
    {
        if (offset + count > 8L * line.Length) return -1;
        long value = 0;
        for (var at = offset; at < offset + count;)
        {
            var taken = Math.Min(offset + count - at, 8 - (at & 7));
            value = (value << taken) | (uint)((line[at >> 3] >> (8 - (at & 7) - taken)) & ((1 << taken) - 1));
            at += taken;
        }

        return value;
    }

    /// <summary>So many bits (whole bytes), from that byte of the frame on, the least significant byte first; -1 when the frame is too short.</summary>
    public readonly long PeekLittle(int byteOffset, int bits)
    {
        if (byteOffset + (bits / 8) > line.Length) return -1;
        long value = 0;
        for (var at = (bits / 8) - 1; at >= 0; at--) value = (value << 8) | line[byteOffset + at];
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private T Whole<T>(string field, bool isNative)
        where T : struct, IBinaryInteger<T>
    {
        var size = Unsafe.SizeOf<T>();
        if (!Holds(field, size)) return default;
        var value = Unsafe.ReadUnaligned<T>(in line[position]);
        position += size;
        if (isNative || size == 1) return value;
        return size switch
        {
            2 => Unsafe.BitCast<ushort, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ushort>(value))),
            4 => Unsafe.BitCast<uint, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, uint>(value))),
            8 => Unsafe.BitCast<ulong, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, ulong>(value))),
            _ => Unsafe.BitCast<UInt128, T>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<T, UInt128>(value))),
        };
    }

    private T Real<T>(string field, bool isNative)
        where T : struct, IBinaryFloatingPointIeee754<T> => Unsafe.SizeOf<T>() switch
    {
        2 => Unsafe.BitCast<ushort, T>(Whole<ushort>(field, isNative)),
        4 => Unsafe.BitCast<uint, T>(Whole<uint>(field, isNative)),
        _ => Unsafe.BitCast<ulong, T>(Whole<ulong>(field, isNative)),
    };

    private T Grouped<T>(string field, int maxBytes, bool bigEndian)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (!TryGroups(field, maxBytes, bigEndian, out var value)) return default;
        return value <= ulong.CreateSaturating(T.MaxValue) ? T.CreateTruncating(value) : OutOfRange<T>(field);
    }

    private bool TryGroups(string field, int maxBytes, bool bigEndian, out ulong value)
    {
        value = 0;
        if (cutFailed) return false;
        var size = VarIntBytes.Read(line[position..], maxBytes, bigEndian, out value);
        if (size > 0) position += size;
        else if (size == 0) RunOut(field, line.Length - position + 1);
        else CutFail(FaultKind.BadArgument, field, $"has more bytes than it needs, or more than {Math.Min(maxBytes, VarIntBytes.Most)}");
        return size > 0;
    }

    private T OutOfRange<T>(string field)
        where T : struct, IMinMaxValue<T>
    {
        CutFail(FaultKind.BadArgument, field, $"is not from {T.MinValue} to {T.MaxValue}");
        return default;
    }
}
