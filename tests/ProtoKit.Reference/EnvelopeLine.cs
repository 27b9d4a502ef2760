using System.Globalization;

namespace ProtoKit.Reference;

/// <summary>A command that somebody typed: words between blanks, in quotes as redis-cli has them.</summary>
internal static class EnvelopeLine
{
    /// <summary>The words; null when a quote does not close, or something stands right behind it.</summary>
    public static List<byte[]>? Words(byte[] line, BinaryTwist twist)
    {
        var words = new List<byte[]>();
        var at = 0;
        while (true)
        {
            while (at < line.Length && IsBlank(line[at])) at++;
            if (at == line.Length) return words;
            var word = new List<byte>();
            while (at < line.Length && !IsBlank(line[at]))
            {
                var letter = line[at++];
                if (letter is not ((byte)'"' or (byte)'\'') || twist == BinaryTwist.NoQuotes)
                {
                    word.Add(letter);
                    continue;
                }

                if (!Quoted(line, ref at, letter, word)) return null;
                break;
            }

            words.Add([.. word]);
        }
    }

    // Up to the closing quote, behind which the word ends.
    private static bool Quoted(byte[] line, ref int at, byte quote, List<byte> word)
    {
        while (at < line.Length)
        {
            var letter = line[at++];
            if (letter == quote) return at == line.Length || IsBlank(line[at]);
            if (letter == '\\' && at < line.Length) letter = Escaped(line, ref at, quote);
            word.Add(letter);
        }

        return false;
    }

    private static byte Escaped(byte[] line, ref int at, byte quote)
    {
        if (quote == '\'') return line[at] == '\'' ? line[at++] : (byte)'\\';
        if (line[at] == 'x' && at + 2 < line.Length
            && byte.TryParse([(char)line[at + 1], (char)line[at + 2]], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            at += 3;
            return value;
        }

        var letter = line[at++];
        var place = "nrtba"u8.IndexOf(letter);
        return place < 0 ? letter : "\n\r\t\b\a"u8[place];
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (>= 9 and <= 13);
}
