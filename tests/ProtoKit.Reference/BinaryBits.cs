using System.Globalization;
using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>Bits of a frame, one after another. After it was lost, nothing more is there.</summary>
internal sealed class BinaryBits(byte[] frame, BinaryTwist twist)
{
    // As many digits as a number of 64 bits can have, with its sign.
    private const int MostDigits = 20;

    private static readonly Dictionary<string, (BigInteger Least, BigInteger Most)> Ranges = new()
    {
        ["sbyte"] = (sbyte.MinValue, sbyte.MaxValue),
        ["byte"] = (0, byte.MaxValue),
        ["short"] = (short.MinValue, short.MaxValue),
        ["ushort"] = (0, ushort.MaxValue),
        ["int"] = (int.MinValue, int.MaxValue),
        ["uint"] = (0, uint.MaxValue),
        ["long"] = (long.MinValue, long.MaxValue),
        ["ulong"] = (0, ulong.MaxValue),
    };

    private int at;

    public bool IsLost { get; private set; }

    /// <summary>Bytes that the frame has at the least, when it ended too early.</summary>
    public long? Needed { get; private set; }

    public int Position => (at + 7) / 8;

    public bool AtEnd => Position >= frame.Length;

    private int Left => frame.Length - Position;

    /// <summary>The least and greatest value of a type; without one, of 64 bits.</summary>
    public static (BigInteger Least, BigInteger Most) RangeOf(string type) => Ranges.GetValueOrDefault(type, (long.MinValue, ulong.MaxValue));

    public void Lose() => IsLost = true;

    /// <summary>So many items follow, of which each has a byte at the least.</summary>
    public void Promise(BigInteger items)
    {
        if (!IsLost && items > Left) RunOut(items);
    }

    /// <summary>A number of this form that fits the type.</summary>
    public BigInteger? Number(BinaryNumber number, string type = "")
    {
        if (IsLost) return null;
        var value = number.Form switch
        {
            "bits" => Take(number.Bits),
            "fixed" => Fixed(number),
            "varInt" => Groups(number),
            _ => Digits(number),
        };
        if (value is not { } found || number.Form is "bits" or "fixed") return value;
        var (least, most) = RangeOf(type);
        if (found >= least && found <= most) return value;
        Lose();
        return null;
    }

    public byte[] Bytes(BigInteger count)
    {
        if (IsLost) return [];
        if (count > Left)
        {
            RunOut(count);
            return [];
        }

        var from = Position;
        at += 8 * (int)count;
        return frame[from..Position];
    }

    public byte[] Rest() => Bytes(Left);

    public byte[] Until(byte[] end)
    {
        if (IsLost) return [];
        var length = 0;
        while (length + end.Length <= Left && !frame.Skip(Position + length).Take(end.Length).SequenceEqual(end)) length++;
        if (length + end.Length > Left)
        {
            RunOut(Left + 1);
            return [];
        }

        var value = Bytes(length);
        Bytes(end.Length);
        return value;
    }

    public void Literal(byte[] text)
    {
        if (IsLost) return;
        var there = Math.Min(text.Length, Left);
        if (!frame.Skip(Position).Take(there).SequenceEqual(text.Take(there)) && twist != BinaryTwist.AnyAfter) Lose();
        else Bytes(text.Length);
    }

    private BigInteger? Take(int count)
    {
        var bytes = ((at % 8) + count + 7) / 8;
        if ((at / 8) + bytes > frame.Length)
        {
            RunOut(bytes, at / 8);
            return null;
        }

        BigInteger value = 0;
        for (; count > 0; count--, at++)
        {
            var place = twist == BinaryTwist.OtherBitOrder && bytes == 1 && count < 8 ? at % 8 : 7 - (at % 8);
            value = (value << 1) | ((frame[at / 8] >> place) & 1);
        }

        return value;
    }

    private BigInteger? Fixed(BinaryNumber number)
    {
        if (Take(number.Bits) is not { } value) return null;
        var bytes = value.ToByteArray(isUnsigned: true).Concat(new byte[number.Bits / 8]).Take(number.Bits / 8).ToArray();
        if (number.Bits > 8 && (number.Little != (twist == BinaryTwist.OtherByteOrder))) Array.Reverse(bytes);
        return new BigInteger(bytes, isUnsigned: !number.Signed || twist == BinaryTwist.NoSigns);
    }

    private BigInteger? Groups(BinaryNumber number)
    {
        var most = Math.Min(10, number.MaxBytes) + (twist == BinaryTwist.MoreVarIntBytes ? 1 : 0);
        var little = number.Little != (twist == BinaryTwist.OtherVarIntOrder);
        BigInteger value = 0;
        for (var count = 0; ; count++)
        {
            if (count == most) break;
            if (count == Left)
            {
                RunOut(Left + 1);
                return null;
            }

            var next = frame[Position + count];
            if (little) value |= (BigInteger)(next & 0x7F) << (7 * count);
            else value = (value << 7) | (BigInteger)(next & 0x7F);
            if (next >= 0x80) continue;
            // The most significant group of a number that has several is not zero.
            var top = little ? next : frame[Position] & 0x7F;
            if (count > 0 && top == 0 && twist != BinaryTwist.LongerVarInt) break;
            at += 8 * (count + 1);
            if (!number.ZigZag || twist == BinaryTwist.NoZigZag) return value;
            return value.IsEven ? value / 2 : -(value + 1) / 2;
        }

        Lose();
        return null;
    }

    private BigInteger? Digits(BinaryNumber number)
    {
        var end = Encoding.UTF8.GetBytes(number.End);
        for (var length = 0; length <= MostDigits; length++)
        {
            if (length + end.Length > Left)
            {
                RunOut(Left + 1);
                return null;
            }

            if (!frame.Skip(Position + length).Take(end.Length).SequenceEqual(end)) continue;
            var text = Encoding.Latin1.GetString(frame, Position, length);
            if (!IsNumber(text)) break;
            at += 8 * (length + end.Length);
            return BigInteger.Parse(text, CultureInfo.InvariantCulture);
        }

        Lose();
        return null;
    }

    // Digits only, perhaps behind one '-', without leading zeros, and never "-0".
    private bool IsNumber(string text)
    {
        var digits = text.StartsWith('-') ? text[1..] : text;
        if (digits.Length == 0 || digits.Any(letter => letter is < '0' or > '9')) return false;
        return twist == BinaryTwist.LeadingZeros || text == "0" || digits[0] != '0';
    }

    private void RunOut(BigInteger bytes, int? from = null)
    {
        Needed = (long)BigInteger.Min(long.MaxValue / 2, (from ?? Position) + bytes);
        IsLost = true;
    }
}
