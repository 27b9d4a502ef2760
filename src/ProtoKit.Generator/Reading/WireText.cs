using System.Globalization;

namespace ProtoKit.Generator.Reading;

/// <summary>What literal text may hold: no control characters, and nothing that is not a character.</summary>
internal static class WireText
{
    /// <summary>What is unfit about the text, in words; null when nothing is.</summary>
    public static string? Unfit(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (UnfitAt(text, i) is { } unfit) return unfit;
        }

        return null;
    }

    /// <summary>What is unfit about the character at this place, in words; null when nothing is.</summary>
    public static string? UnfitAt(string text, int at)
    {
        var letter = text[at];
        if (letter == '\r') return "a CR";
        if (letter == '\n') return "an LF";
        if (letter == '\0') return "a NUL";
        if (letter == '\t') return "a tab";
        if (char.IsControl(letter)) return "the control character U+" + ((int)letter).ToString("X4", CultureInfo.InvariantCulture);
        var high = char.IsHighSurrogate(letter) && (at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1]));
        var low = char.IsLowSurrogate(letter) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));
        return high || low ? "half of a surrogate pair" : null;
    }
}
