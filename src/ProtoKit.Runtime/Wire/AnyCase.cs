using System.Text;

namespace ProtoKit.Wire;

/// <summary>Compares text in any case of its ASCII letters; every other letter has to be the same.</summary>
public static class AnyCase
{
    /// <summary>The two are the same but for the case of ASCII letters.</summary>
    public static bool Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length) return false;
        // Ascii.EqualsIgnoreCase answers false for every text with a letter beyond ASCII.
        return Ascii.EqualsIgnoreCase(one, other) || (!Ascii.IsValid(other) && SameBytes(one, other));
    }

    private static bool SameBytes(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        for (var at = 0; at < one.Length; at++)
        {
            if (Lower(one[at]) != Lower(other[at])) return false;
        }

        return true;
    }

    private static int Lower(byte letter) => letter is >= (byte)'A' and <= (byte)'Z' ? letter | 0x20 : letter;
}
