using System.Globalization;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>How a number that frames a message stands in bytes: a length or a count.</summary>
public readonly struct WireNumber
{
    // The digits of the longest 64-bit number.
    private const int MostDigits = 20;

    private readonly NumberForm form;
    private readonly int bytes;
    private readonly byte[] end;
    private readonly bool endsInTwo;

    private WireNumber(NumberForm form, int bytes, string end = "")
    {
        if (bytes is < 1 or > 10) throw new ArgumentOutOfRangeException(nameof(bytes));
        (this.form, this.bytes, this.end) = (form, bytes, Encoding.UTF8.GetBytes(end));
        endsInTwo = form == NumberForm.Digits && this.end is [< (byte)'0' or > (byte)'9', _];
    }

    private enum NumberForm : byte { Big, Little, VarInt, VarIntBig, Digits }

    /// <summary>The fewest bytes that a number takes.</summary>
    internal int Least => form switch
    {
        NumberForm.Big or NumberForm.Little => bytes,
        NumberForm.Digits => 1 + end.Length,
        _ => 1,
    };

    /// <summary>The most bytes that a number takes.</summary>
    internal int Most => form == NumberForm.Digits ? MostDigits + end.Length : bytes;

    /// <summary>How many digits a number has that takes so many bytes; 0 when it does not stand in digits.</summary>
    internal int DigitsOf(int size) => form == NumberForm.Digits ? size - end.Length : 0;

    /// <summary>This many bits (whole bytes, up to 64), the most significant byte first.</summary>
    public static WireNumber Big(int bits) => new(NumberForm.Big, Whole(bits));

    /// <summary>This many bits (whole bytes, up to 64), the least significant byte first.</summary>
    public static WireNumber Little(int bits) => new(NumberForm.Little, Whole(bits));

    /// <summary>Groups of seven bits, the least significant first.</summary>
    public static WireNumber VarInt(int maxBytes) => new(NumberForm.VarInt, maxBytes);

    /// <summary>Groups of seven bits, the most significant first.</summary>
    public static WireNumber VarIntBig(int maxBytes) => new(NumberForm.VarIntBig, maxBytes);

    /// <summary>Decimal digits; only this form can say -1.</summary>
    /// <param name="end">What stands behind them.</param>
    public static WireNumber Digits(string end) => new(NumberForm.Digits, 1, end);

    /// <summary>
    /// Reads one; answers its bytes, 0 when there are not all of them, and -1 when they are no number. What is beyond 63 bits is told as the greatest number.
    /// </summary>
    internal int Read(ReadOnlySpan<byte> from, out long value)
    {
        // Nearly always: a digit or two, and CR LF.
        if (endsInTwo && from.Length >= 4 && (uint)(from[0] - '0') is <= 9 and var first)
        {
            value = first;
            if (from[1] == end[0] && from[2] == end[1]) return 3;
            value = (first * 10) + (uint)(from[1] - '0');
            if (first > 0 && (uint)(from[1] - '0') <= 9 && from[2] == end[0] && from[3] == end[1]) return 4;
        }

        return ReadAny(from, out value);
    }

    private int ReadAny(ReadOnlySpan<byte> from, out long value)
    {
        value = 0;
        if (form == NumberForm.Digits) return ReadDigits(from, out value);
        ulong read = 0;
        var size = bytes;
        if (form >= NumberForm.VarInt)
        {
            size = VarIntBytes.Read(from, bytes, form == NumberForm.VarIntBig, out read);
        }
        else
        {
            if (from.Length < bytes) return 0;
            for (var at = 0; at < bytes; at++) read = (read << 8) | from[form == NumberForm.Big ? at : bytes - 1 - at];
        }

        value = read > long.MaxValue ? long.MaxValue : (long)read;
        return size;
    }

    /// <summary>How many bytes this number takes; -1 when it cannot be said.</summary>
    internal int SizeOf(long value)
    {
        if (form == NumberForm.Digits) return value.ToString(CultureInfo.InvariantCulture).Length + end.Length;
        if (value < 0) return -1;
        if (form < NumberForm.VarInt) return bytes >= 8 || value >> (8 * bytes) == 0 ? bytes : -1;
        return VarIntBytes.SizeOf((ulong)value) is var size && size <= bytes ? size : -1;
    }

    /// <summary>Writes one into exactly as many bytes as it takes.</summary>
    internal void Write(Span<byte> into, long value)
    {
        if (form == NumberForm.Digits)
        {
            value.TryFormat(into, out var written, default, CultureInfo.InvariantCulture);
            end.CopyTo(into[written..]);
        }
        else if (form >= NumberForm.VarInt)
        {
            VarIntBytes.Write(into, (ulong)value, form == NumberForm.VarIntBig);
        }
        else
        {
            for (var at = 0; at < bytes; at++, value >>= 8) into[form == NumberForm.Little ? at : bytes - 1 - at] = (byte)value;
        }
    }

    private int ReadDigits(ReadOnlySpan<byte> from, out long value)
    {
        // Eighteen digits fit into a number, however great they are.
        value = 0;
        var at = 0;
        for (; at < from.Length && at <= 18; at++)
        {
            var digit = (uint)(from[at] - '0');
            if (digit > 9) break;
            value = (value * 10) + digit;
        }

        if (at is > 0 and <= 18 && (from[0] != (byte)'0' || at == 1) && Begins(from[at..], end)) return at + end.Length;
        return ReadOddDigits(from, out value);
    }

    /// <summary>The bytes begin with this end, which nearly always are two: CR and LF.</summary>
    internal static bool Begins(ReadOnlySpan<byte> bytes, byte[] end) =>
        end.Length == 2 ? bytes.Length >= 2 && bytes[0] == end[0] && bytes[1] == end[1] : bytes.StartsWith(end);

    // A minus, more digits, no digits, or not all of them.
    private int ReadOddDigits(ReadOnlySpan<byte> from, out long value)
    {
        value = 0;
        var near = from[..Math.Min(from.Length, Most)];
        var at = near.IndexOf(end);
        if (at < 0) return near.Length < Most ? 0 : -1;
        return NumberText.TryInteger(near[..at], out value) ? at + end.Length : -1;
    }

    private static int Whole(int bits) => bits is > 0 and <= 64 && bits % 8 == 0 ? bits / 8 : throw new ArgumentOutOfRangeException(nameof(bits));
}
