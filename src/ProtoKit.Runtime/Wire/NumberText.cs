using System.Numerics;

namespace ProtoKit.Wire;

/// <summary>Numbers as a wire says them: one spelling for each value, so that no two parsers can disagree.</summary>
internal static class NumberText
{
    private const byte Zero = (byte)'0';

    /// <summary>Digits only, no leading zero; a signed type takes one leading <c>-</c>, but not before 0.</summary>
    public static bool TryInteger<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = default;
        var negative = text.Length > 0 && text[0] == (byte)'-';
        if (negative) text = text[1..];
        if (text.IsEmpty || text.Length > 20) return false;
        if (text[0] == Zero && (text.Length > 1 || negative)) return false;

        ulong magnitude = 0;
        foreach (var letter in text)
        {
            var digit = (uint)(letter - Zero);
            if (digit > 9) return false;
            var next = unchecked((magnitude * 10) + digit);
            if (magnitude > ulong.MaxValue / 10 || next < digit) return false;
            magnitude = next;
        }

        var most = ulong.CreateTruncating(T.MaxValue);
        if (!negative)
        {
            value = T.CreateTruncating(magnitude);
            return magnitude <= most;
        }

        value = unchecked(T.Zero - T.CreateTruncating(magnitude));
        return T.IsNegative(T.MinValue) && magnitude <= most + 1;
    }

    /// <summary><c>-? digits (. digits)? (E [+-]? digits)?</c> without leading zeros and without a lone <c>-0</c>.</summary>
    public static bool IsReal(ReadOnlySpan<byte> text)
    {
        var at = text.Length > 0 && text[0] == (byte)'-' ? 1 : 0;
        var whole = Digits(text[at..]);
        if (whole == 0 || (whole > 1 && text[at] == Zero)) return false;
        if (at == 1 && text.Length == 2 && text[1] == Zero) return false;
        at += whole;
        if (at < text.Length && text[at] == (byte)'.')
        {
            var fraction = Digits(text[(at + 1)..]);
            if (fraction == 0) return false;
            at += 1 + fraction;
        }

        if (at < text.Length && text[at] is (byte)'E' or (byte)'e')
        {
            at++;
            if (at < text.Length && text[at] is (byte)'+' or (byte)'-') at++;
            var exponent = Digits(text[at..]);
            if (exponent == 0) return false;
            at += exponent;
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var count = text.IndexOfAnyExceptInRange(Zero, (byte)'9');
        return count < 0 ? text.Length : count;
    }
}
