namespace ProtoKit.Wire;

/// <summary>
/// A command that somebody typed: a line of words, which becomes the envelope that a program would have sent. Words stand in quotes as redis-cli has them:
/// "\x00 \n \r \t \b \a \" \\" or 'it\'s'.
/// </summary>
internal static class InlineLine
{
    // Nobody types more.
    private const int Longest = 64 * 1024;

    /// <summary>Cuts a line off the front; null: it was empty, and what is behind it comes next.</summary>
    public static ReadStatus? Read(WireInput input, EnvelopeForm form, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        var longest = Math.Min(input.MaxFrame, Longest);
        var end = input.Bytes.IndexOf((byte)'\n', input.Search.Seen);
        if ((end < 0 ? input.Bytes.Length : end) > longest) return input.TooLarge();
        if (end < 0)
        {
            input.Search.Seen = input.Bytes.Length;
            return input.More();
        }

        // Words are taken out of a copy: the envelope is made in the memory that a joined line lies in.
        var line = input.Take(end + 1)[..^1].ToArray();
        var lengths = new List<int>();
        var words = new byte[line.Length];
        var written = 0;
        for (var at = 0; Skip(line, ref at);)
        {
            var start = written;
            if (!Word(line, ref at, words, ref written)) return input.Fail(FaultKind.BadArgument, "has quotes that do not close around a word");
            lengths.Add(written - start);
        }

        if (lengths.Count == 0)
        {
            input.PassOver();
            return null;
        }

        frame = Envelop(input, form, words, lengths);
        return ReadStatus.Done;
    }

    private static ReadOnlyMemory<byte> Envelop(WireInput input, EnvelopeForm form, byte[] words, List<int> lengths)
    {
        ref readonly var list = ref form.Of(form.List);
        ref readonly var item = ref form.Of(form.Item);
        var room = input.Bytes.Room(list.HeadRoom + (lengths.Count * (item.HeadRoom + item.End.Length)) + words.Length);
        var length = Head(room, 0, list, lengths.Count);
        var from = 0;
        foreach (var size in lengths)
        {
            length = Head(room, length, item, size);
            words.AsSpan(from, size).CopyTo(room.AsSpan(length));
            item.End.CopyTo(room.AsSpan(length + size));
            length += size + item.End.Length;
            from += size;
        }

        return room.AsMemory(0, length);
    }

    private static int Head(byte[] room, int at, in EnvelopeCase value, long number)
    {
        var size = value.HeadOf(number);
        value.WriteHead(room.AsSpan(at, size), number);
        return at + size;
    }

    private static bool Skip(ReadOnlySpan<byte> line, ref int at)
    {
        while (at < line.Length && IsBlank(line[at])) at++;
        return at < line.Length;
    }

    private static bool Word(ReadOnlySpan<byte> line, ref int at, Span<byte> words, ref int written)
    {
        for (byte quote = 0; at < line.Length;)
        {
            var next = line[at++];
            if (quote == 0 && IsBlank(next)) return true;
            if (quote == 0 && next is (byte)'"' or (byte)'\'')
            {
                quote = next;
            }
            else if (quote != 0 && next == quote)
            {
                // A closing quote ends its word.
                return at == line.Length || IsBlank(line[at]);
            }
            else
            {
                words[written++] = quote != 0 && next == (byte)'\\' && at < line.Length ? Escaped(line, ref at, quote) : next;
            }

            if (quote != 0 && at == line.Length) return false;
        }

        return true;
    }

    private static byte Escaped(ReadOnlySpan<byte> line, ref int at, byte quote)
    {
        if (quote == (byte)'\'') return line[at] == quote ? line[at++] : (byte)'\\';
        if (line[at] == (byte)'x' && at + 2 < line.Length && char.IsAsciiHexDigit((char)line[at + 1]) && char.IsAsciiHexDigit((char)line[at + 2]))
        {
            at += 3;
            return Convert.FromHexString([(char)line[at - 2], (char)line[at - 1]])[0];
        }

        return line[at++] switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            (byte)'b' => (byte)'\b',
            (byte)'a' => 7,
            var other => other,
        };
    }

    private static bool IsBlank(byte letter) => letter is (byte)' ' or (>= 9 and <= 13);
}
