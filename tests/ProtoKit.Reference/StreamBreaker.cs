using System.Text;

namespace ProtoKit.Reference;

/// <summary>Damages a stream as accidents and attackers do: bits, bytes, pieces out of place, and words that matter to the protocol.</summary>
public sealed class StreamBreaker
{
    private readonly Random random;
    private readonly byte[][] words;
    private readonly byte[][] options;

    /// <summary>Knows the verbs, the delimiters and the numbers at the edges.</summary>
    public StreamBreaker(Described protocol, Random random)
    {
        this.random = random;
        options =
        [
            .. protocol.Messages.SelectMany(message => message.Steps).Where(step => step.IsOption).Select(step => Encoding.UTF8.GetBytes(step.Word)),
        ];
        string[] delimiters = [" ", "  ", "\"", "\\", "\\\"", "\r", "\n", "\r\n", "\r\r\n", "\t", "\0", ".", "<", ">", "é", "\u0080"];
        words =
        [
            .. delimiters.Concat(StreamMaker.Numbers).Concat(protocol.Messages.Select(message => message.Verb)).Concat(protocol.Enums.Values.SelectMany(one => one))
                .Concat(protocol.Messages.SelectMany(message => message.Steps).SelectMany(step => new[] { step.Text, step.Stop, step.Until ?? "", step.Word }))
                .Concat(protocol.Messages.SelectMany(message => message.Fields.Values).SelectMany(field => field.Rules.OneOf))
                .Where(word => word.Length > 0).Distinct().Select(Encoding.UTF8.GetBytes),
            [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xB0],
            [.. Enumerable.Repeat((byte)' ', 17)], [.. "a b c d e f g h i j k l m n o p q r"u8],
        ];
    }

    /// <summary>The stream, damaged in one to four places.</summary>
    public byte[] Break(byte[] stream)
    {
        var bytes = stream.ToList();
        for (var i = random.Next(1, 5); i > 0; i--) BreakOnce(bytes);
        return [.. bytes];
    }

    private void BreakOnce(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        var count = Math.Min(bytes.Count - at, random.Next(1, 6));
        switch (random.Next(11))
        {
            case 0 when count > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, count);
                break;
            case 2:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Math.Min(bytes.Count - at, random.Next(20))));
                break;
            case 4:
                bytes.InsertRange(at, Enumerable.Repeat((byte)'x', random.Next(1, 300)));
                break;
            case 5 when count > 0:
                ReplaceWord(bytes, at);
                break;
            case 8 when bytes.Count > 0:
                RepeatWord(bytes, WordEnd(bytes, at));
                break;
            case 9 when options.Length > 0:
                bytes.InsertRange(WordEnd(bytes, at), [(byte)' ', .. options[random.Next(options.Length)]]);
                break;
            case 10:
                bytes.RemoveRange(WordEnd(bytes, at), LineEnd(bytes, at) - WordEnd(bytes, at));
                break;
            default:
                bytes.InsertRange(at, words[random.Next(words.Length)]);
                break;
        }
    }

    private static int WordEnd(List<byte> bytes, int at)
    {
        while (at < bytes.Count && bytes[at] > ' ') at++;
        return at;
    }

    private static int LineEnd(List<byte> bytes, int at)
    {
        while (at < bytes.Count && bytes[at] is not ((byte)'\r' or (byte)'\n')) at++;
        return at;
    }

    private static void RepeatWord(List<byte> bytes, int end)
    {
        var start = end;
        while (start > 0 && bytes[start - 1] > ' ') start--;
        bytes.InsertRange(end, [(byte)' ', .. bytes.GetRange(start, end - start)]);
    }

    // The word around a place, so that a number becomes another number and a verb another verb.
    private void ReplaceWord(List<byte> bytes, int at)
    {
        var start = at;
        while (start > 0 && bytes[start - 1] > ' ') start--;
        var end = at;
        while (end < bytes.Count && bytes[end] > ' ') end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, words[random.Next(words.Length)]);
    }
}
