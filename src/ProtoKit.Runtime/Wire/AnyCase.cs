using System.Runtime.CompilerServices;

namespace ProtoKit.Wire;

/// <summary>Compares text in any case of its ASCII letters; every other letter has to be the same.</summary>
public static class AnyCase
{
    /// <summary>The first letter, as a capital if it is one of ASCII; 0 when there is none.</summary>
    public static int First(ReadOnlySpan<byte> text) => text.IsEmpty ? 0 : Upper(text[0]);

    /// <summary>The two are the same but for the case of ASCII letters.</summary>
    /// <remarks>Not inlined: a switch over fifty verbs would hold it fifty times, and clear the room for all of them.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool Same(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length) return false;
        for (var at = 0; at < one.Length; at++)
        {
            if (one[at] != other[at] && Upper(one[at]) != Upper(other[at])) return false;
        }

        return true;
    }

    private static int Upper(byte letter) => letter is >= (byte)'a' and <= (byte)'z' ? letter - ('a' - 'A') : letter;
}
