namespace ProtoKit.Wire;

// Texts, bytes and lists in bytes, and what every field of bytes may fail at.
public ref partial struct FieldReader
{
    internal const int Deepest = 32;

    /// <summary>The frame ended before the fields did. What was read since counts for nothing.</summary>
    public readonly bool RanOut => needed > 0;

    /// <summary>The bytes that the frame has at the least, once it has run out.</summary>
    public readonly int Needed => needed;

    /// <summary>The bytes that the fields have taken.</summary>
    public readonly int Position => position;

    /// <summary>Where a text begins whose end was not in what had come, and how much of the frame had come: there the end is not.</summary>
    internal (int From, int To) Sought
    {
        readonly get => sought;
        set => sought = value;
    }

    /// <summary>A field could not be told from the next one, so that nobody knows where the frame ends.</summary>
    public readonly bool IsLost => cutFailed;

    /// <summary>Cuts so many bytes.</summary>
    public void Cut(string field, long length)
    {
        if (cutFailed) return;
        if (length < 0) CutFail(FaultKind.BadArgument, field, $"is {length} bytes long, which nothing is");
        else if (length > line.Length - position) RunOut(field, length);
        else Cut((int)length);
    }

    /// <summary>Cuts so many bytes; false, and nothing is cut, when the length is -1 for null or a fault was found.</summary>
    public bool CutUnlessNull(string field, long length)
    {
        text = default;
        if (length == -1) return false;
        Cut(field, length);
        return !cutFailed;
    }

    /// <summary>Cuts the bytes before an end, and passes the end.</summary>
    public void CutUntil(string field, scoped ReadOnlySpan<byte> end)
    {
        if (cutFailed) return;
        var known = sought.From == position ? Math.Max(0, sought.To - position - end.Length + 1) : 0;
        var length = line[(position + known)..].IndexOf(end);
        if (length < 0)
        {
            sought = (position, line.Length);
            RunOut(field, line.Length - position + 1);
            return;
        }

        Cut(known + length);
        position += end.Length;
    }

    /// <summary>Takes what fills a fixed field up off its end.</summary>
    public void TrimEnd(byte pad) => text = text.TrimEnd(pad);

    /// <summary>How many items follow: no more than the frame can still hold, and 0 after a fault.</summary>
    public int Items(string field, long count)
    {
        if (cutFailed) return 0;
        if (count < 0) CutFail(FaultKind.BadArgument, field, $"has {count} items, which nothing has");
        else if (count > line.Length - position) RunOut(field, count);
        return cutFailed ? 0 : (int)count;
    }

    /// <summary>How many items follow; false when there are -1, which is null, or a fault was found.</summary>
    public bool ItemsUnlessNull(string field, long count, out int items)
    {
        items = 0;
        if (count == -1) return false;
        items = Items(field, count);
        return !cutFailed;
    }

    /// <summary>The field has the only value that it may have.</summary>
    /// <param name="holds">It has.</param>
    /// <param name="field">The field.</param>
    /// <param name="what">The value.</param>
    public void Expect(bool holds, string field, string what)
    {
        if (!holds && !cutFailed) TypeFail(FaultKind.BadArgument, field, $"is not {what}");
    }

    /// <summary>The field's value is a member of its enum.</summary>
    public void Defined(bool isDefined, string field)
    {
        if (!isDefined && !cutFailed) TypeFail(FaultKind.BadArgument, field, "is none of the values that it can have");
    }

    /// <summary>A tag says that this is nothing that may stand here. How far it reaches nobody knows.</summary>
    /// <param name="field">The union, or the record.</param>
    public void UnknownCase(string field)
    {
        if (!cutFailed) CutFail(FaultKind.BadArgument, field, "has a tag that no case has");
    }

    /// <summary>A union begins: it may stand in 31 others. Its end is <see cref="Shallower"/>.</summary>
    public void Deeper(string field)
    {
        if (++depth > Deepest && !cutFailed) CutFail(FaultKind.BadArgument, field, $"is nested more than {Deepest} deep");
    }

    /// <summary>A union ends.</summary>
    public void Shallower() => depth--;

    /// <summary>The frame is one line with this end: from now on, it is the text before it, and its words stand between blanks.</summary>
    public void Line(scoped ReadOnlySpan<byte> end)
    {
        if (cutFailed) return;
        envelope = null;
        if (!line.EndsWith(end))
        {
            CutFail(FaultKind.BadArgument, null, "is not a line");
            return;
        }

        memory = memory[..^end.Length];
        line = line[..^end.Length];
    }

    private bool Holds(string field, int bytes)
    {
        if (cutFailed) return false;
        if (line.Length - position >= bytes) return true;
        RunOut(field, bytes);
        return false;
    }

    private void RunOut(string field, long bytes)
    {
        needed = position + (int)Math.Min(int.MaxValue - position, bytes);
        CutFail(FaultKind.BadArgument, field.Length == 0 ? null : field, "is cut short by the end of the message");
    }
}
