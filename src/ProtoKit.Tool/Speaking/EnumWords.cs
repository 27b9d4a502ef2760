using System.Globalization;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Speaking;

/// <summary>The numbers behind what people read: the words of enums, true and false.</summary>
internal static class EnumWords
{
    /// <summary>The word of a number, or the words of its flags; null when the enum has none for it.</summary>
    public static string? Word(ProtocolDescription protocol, string type, Int128 number)
    {
        if (protocol.Enum(type) is not { } words) return null;
        var pairs = words.Words.Zip(words.Values).ToArray();
        foreach (var (word, value) in pairs)
        {
            if (value == number) return word;
        }

        return words.Flags ? Flags(pairs, number) : null;
    }

    /// <summary>The number of a value as it is shown; null when it has none.</summary>
    public static Int128? Number(ProtocolDescription protocol, string kind, string type, string text)
    {
        if (kind == "bool") return text == "true" ? 1 : 0;
        if (kind == "enum" && protocol.Enum(type) is { } words)
        {
            Int128 all = 0;
            foreach (var word in text.Split('|'))
            {
                var at = words.Words.ToList().IndexOf(word);
                if (at >= 0 && at < words.Values.Count) all |= words.Values[at];
                else if (Int128.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits)) all |= bits;
                else return null;
            }

            return all;
        }

        return Int128.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    // What no word stands for stays a number.
    private static string Flags((string Word, long Value)[] pairs, Int128 number)
    {
        var said = new List<string>();
        foreach (var (word, value) in pairs)
        {
            if (value == 0 || (number & value) != value) continue;
            said.Add(word);
            number &= ~(Int128)value;
        }

        if (number != 0 || said.Count == 0) said.Add(number.ToString(CultureInfo.InvariantCulture));
        return string.Join('|', said);
    }
}
