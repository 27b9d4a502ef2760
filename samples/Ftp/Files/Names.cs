using System.Buffers;
using System.Text.Unicode;

namespace Samples;

/// <summary>The one rule for names, the same for get, put and list.</summary>
public static class Names
{
    /// <summary>The longest name in bytes of UTF-8: what Linux file systems take.</summary>
    public const int MaxBytes = 255;

    /// <summary>
    /// True when <paramref name="utf8"/> can name a file of a library: 1 to <see cref="MaxBytes"/> bytes of valid UTF-8 without <c>/</c>
    /// and control characters, which is not <c>.</c> or <c>..</c> and does not start as temporaries do (<c>.pk-</c>). A backslash,
    /// <c>C:</c> or <c>%2e%2e</c> is plain text.
    /// </summary>
    public static bool IsPlain(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || utf8.Length > MaxBytes || utf8.SequenceEqual("."u8) || utf8.SequenceEqual(".."u8))
            return false;
        if (utf8.StartsWith(TemporaryName.Prefix) || utf8.Contains((byte)'/') || !Utf8.IsValid(utf8))
            return false;
        for (var i = 0; i < utf8.Length; i++)
            // C0, DEL, and C1, which is U+0080 to U+009F: C2 80 to C2 9F.
            if (utf8[i] is < 0x20 or 0x7F || (utf8[i] == 0xC2 && utf8[i + 1] < 0xA0))
                return false;
        return true;
    }

    /// <summary>The same rule for a string; one with a lone surrogate is not plain, since it has no UTF-8.</summary>
    public static bool IsPlain(string name)
    {
        Span<byte> utf8 = stackalloc byte[MaxBytes];
        return Utf8.FromUtf16(name, utf8, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done
            && IsPlain(utf8[..length]);
    }
}
