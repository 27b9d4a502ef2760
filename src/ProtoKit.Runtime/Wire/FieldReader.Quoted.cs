namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    /// <summary>Cuts a word, or what stands in double quotes, where <c>\"</c> and <c>\\</c> mean a quote and a backslash.</summary>
    public void Quoted(string field, scoped ReadOnlySpan<byte> stop = default)
    {
        if (cutFailed) return;
        if (AtEnd || items >= 0 || line[position] != (byte)'"')
        {
            Word(field, stop);
            return;
        }

        var length = QuotedLength(out var escapes);
        if (length < 0)
        {
            CutFail(FaultKind.BadArgument, field, "begins with a quote, but not all of it stands in quotes", ArgumentTrouble.Any);
            return;
        }

        Cut(length);
        text = text[1..^1];
        if (escapes) Unescape(field);
        if (!AtEnd && line[position] != (byte)' ' && (stop.IsEmpty || line[position] != stop[0]))
            CutFail(FaultKind.BadArgument, field, "has more behind its closing quote", ArgumentTrouble.Any);
    }

    /// <summary>One space, then a word or a quoted text.</summary>
    public void NextQuoted(string field, scoped ReadOnlySpan<byte> stop = default)
    {
        if (Space(field)) Quoted(field, stop);
    }

    private readonly int QuotedLength(out bool escapes)
    {
        escapes = false;
        for (var at = position + 1; at < line.Length; at++)
        {
            if (line[at] == (byte)'"') return at + 1 - position;
            if (line[at] != (byte)'\\') continue;
            escapes = true;
            at++;
        }

        return -1;
    }

    // Rare enough to have an array of its own.
    private void Unescape(string field)
    {
        var from = text.Span;
        var plain = new byte[from.Length];
        var length = 0;
        for (var at = 0; at < from.Length; at++)
        {
            if (from[at] == (byte)'\\' && from[++at] is not ((byte)'"' or (byte)'\\'))
            {
                CutFail(FaultKind.BadArgument, field, "has a backslash before something other than a quote or a backslash", ArgumentTrouble.Any);
                return;
            }

            plain[length++] = from[at];
        }

        text = plain.AsMemory(0, length);
    }
}
