using System.Globalization;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>Text from a peer, made safe for a terminal, a log, or a fault message.</summary>
public static class Printable
{
    /// <summary>Valid UTF-8 as text; control and format characters as escapes; any other byte as <c>\xNN</c>.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done) Append(text, rune);
            else foreach (var value in bytes[..length]) text.Append(CultureInfo.InvariantCulture, $@"\x{value:x2}");
            bytes = bytes[length..];
        }

        return text.ToString();
    }

    /// <summary>The text with control and format characters (those that reorder what is shown, too) as escapes.</summary>
    public static string Of(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) Append(shown, rune);
        return shown.ToString();
    }

    private static void Append(StringBuilder text, Rune rune)
    {
        var shows = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
        if (shows) text.Append(rune.ToString());
        else if (rune.Value < 0x80) text.Append(CultureInfo.InvariantCulture, $@"\x{rune.Value:x2}");
        else text.Append(CultureInfo.InvariantCulture, $@"\u{{{rune.Value:x}}}");
    }
}
