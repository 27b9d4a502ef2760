using System.Buffers.Text;

namespace Samples.Redis;

/// <summary>Numbers as Redis takes them: what they would be written as, and nothing else, so no sign but one minus, no zero in front, no blank.</summary>
internal static class DecimalText
{
    // -9223372036854775808
    private const int Longest = 20;

    public static bool TryRead(ReadOnlySpan<byte> text, out long number)
    {
        number = 0;
        if (text.Length > Longest) return false;
        if (text.SequenceEqual("0"u8)) return true;
        var digits = text.StartsWith("-"u8) ? text[1..] : text;
        return digits is [>= (byte)'1' and <= (byte)'9', ..] && Utf8Parser.TryParse(text, out number, out var read) && read == text.Length;
    }

    public static byte[] Of(long number)
    {
        Span<byte> room = stackalloc byte[Longest];
        number.TryFormat(room, out var length);
        return room[..length].ToArray();
    }
}
