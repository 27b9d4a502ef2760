namespace ProtoKit.Wire;

// Texts and bytes in bytes, and the rules that every field of bytes may have.
public ref partial struct FieldWriter
{
    /// <summary>A text in UTF-8, and nothing else.</summary>
    public void Raw(string field, string value) => Append(field, value);

    /// <summary>Bytes, and nothing else.</summary>
    public void Raw(string field, Bytes value)
    {
        Append(value.Span);
        _ = field;
    }

    /// <summary>A text that is filled up to a size.</summary>
    public void Fixed(string field, string value, int size, byte pad)
    {
        var start = length;
        Append(field, value);
        var written = length - start;
        if (written > size) throw new NotWritableException(field, $"has {written} bytes; {size} are the most");
        // Whoever reads it takes all of them off its end.
        if (written > 0 && frame[length - 1] == pad) throw new NotWritableException(field, $"ends with the byte {pad:x2}, which fills it up");
        Room(size - written)[..(size - written)].Fill(pad);
        length = start + size;
    }

    /// <summary>Bytes of exactly this size.</summary>
    public void Fixed(string field, Bytes value, int size, byte pad)
    {
        if (value.Length != size) throw new NotWritableException(field, $"has {value.Length} bytes; it has to have {size}");
        Append(value.Span);
        _ = pad;
    }

    /// <summary>A text and what ends it.</summary>
    public void Terminated(string field, string value, scoped ReadOnlySpan<byte> end)
    {
        var start = length;
        Append(field, value);
        Terminate(field, start, end);
    }

    /// <summary>Bytes and what ends them.</summary>
    public void Terminated(string field, Bytes value, scoped ReadOnlySpan<byte> end)
    {
        var start = length;
        Append(value.Span);
        Terminate(field, start, end);
    }

    /// <summary>A union begins: it may stand in 31 others, as its readers have it. Its end is <see cref="Shallower"/>.</summary>
    public void Deeper(string field)
    {
        if (++depth > FieldReader.Deepest) throw new NotWritableException(field, $"is nested more than {FieldReader.Deepest} deep");
    }

    /// <summary>A union ends.</summary>
    public void Shallower() => depth--;

    /// <summary>The field has the only value that it may have.</summary>
    /// <param name="holds">It has.</param>
    /// <param name="field">The field.</param>
    /// <param name="what">The value.</param>
    public readonly void Expect(bool holds, string field, string what)
    {
        if (!holds) throw new NotWritableException(field, $"is not {what}");
    }

    /// <summary>The field's value is a member of its enum.</summary>
    public readonly void Defined(bool isDefined, string field)
    {
        if (!isDefined) throw new NotWritableException(field, "is none of the values that it can have");
    }

    // The end may also begin in the value: the first one that is found ends it.
    private void Terminate(string field, int start, scoped ReadOnlySpan<byte> end)
    {
        var written = length - start;
        Append(end);
        // Nearly always, nothing of the end is in the value.
        if (frame.Slice(start, written).IndexOf(end[0]) < 0) return;
        if (frame.Slice(start, length - start).IndexOf(end) != written) throw new NotWritableException(field, "holds what would end it");
    }
}
