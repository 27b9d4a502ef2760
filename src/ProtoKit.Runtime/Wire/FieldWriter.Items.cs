namespace ProtoKit.Wire;

// A message in an envelope: a list whose items are its words.
public ref partial struct FieldWriter
{
    /// <summary>Begins an enveloped message of so many items.</summary>
    public void Items(int count)
    {
        var form = Envelope();
        AppendNumber(form.Of(form.List), count);
        isEnveloped = true;
    }

    /// <summary>Begins an enveloped message whose items are counted when it is handed over.</summary>
    public void Items()
    {
        var form = Envelope();
        itemsAt = length;
        Room(form.HeadRoom);
        length += form.Of(form.List).HeadOf(1);
        isEnveloped = true;
    }

    /// <summary>A text as an item.</summary>
    public void Item(string field, string value)
    {
        var start = Open(LengthIn(value));
        Append(field, value);
        Close(start);
    }

    /// <summary>Bytes as an item.</summary>
    public void Item(string field, Bytes value)
    {
        var start = Open(value.Length);
        Append(value.Span);
        Close(start);
        _ = field;
    }

    /// <summary>A value that writes itself as an item.</summary>
    public void Item<T>(string field, T value)
        where T : IUtf8SpanFormattable
    {
        var start = Open();
        Append(field, value);
        Close(start);
    }

    /// <summary>A text as an item, or the item that is null.</summary>
    public void ItemOrNull(string field, string? value)
    {
        if (value is null) NullItem(field);
        else Item(field, value);
    }

    /// <summary>Bytes as an item, or the item that is null.</summary>
    public void ItemOrNull(string field, Bytes? value)
    {
        if (value is { } known) Item(field, known);
        else NullItem(field);
    }

    /// <summary>A number as an item of its own case.</summary>
    public void NumberItem(long value)
    {
        var form = Envelope();
        if (form.Number == 0) throw new InvalidOperationException("the envelope has no case for numbers");
        AppendNumber(form.Of(form.Number), value);
        items++;
    }

    /// <summary>The count of the items, now that they are known.</summary>
    internal void FillItems()
    {
        isEnveloped = false;
        if (itemsAt >= 0)
        {
            var form = Envelope();
            ref readonly var list = ref form.Of(form.List);
            Fill(itemsAt, itemsAt + list.HeadOf(1), list, items);
            itemsAt = -1;
        }

        CheckLength(length);
    }

    // Where an item's text begins, of which is known about how long it will be.
    private int Open(int about = 0)
    {
        if (!isEnveloped) return length;
        var form = Envelope();
        ref readonly var item = ref form.Of(form.Item);
        Room(form.HeadRoom);
        openedAt = length;
        length += Math.Max(item.HeadOf(about), 1);
        return length;
    }

    private static int LengthIn(string value) => value is null ? 0 : value.Length;

    private void Close(int start)
    {
        if (!isEnveloped) return;
        var form = Envelope();
        ref readonly var item = ref form.Of(form.Item);
        if (item.Form == EnvelopeCase.CaseForm.Line && frame.Slice(start, length - start).IndexOf(item.End) >= 0)
            throw new NotWritableException("", "a word holds what would end it");
        Fill(openedAt, start, item, length - start);
        Append(item.End);
        items++;
    }

    private void LiteralItems(scoped ReadOnlySpan<byte> words)
    {
        foreach (var range in words.Split((byte)' '))
        {
            var word = words[range];
            if (word.IsEmpty) continue;
            var start = Open(word.Length);
            Append(word);
            Close(start);
        }
    }

    private void NullItem(string field)
    {
        var form = Envelope();
        ref readonly var item = ref form.Of(form.Item);
        if (item.Form != EnvelopeCase.CaseForm.Block || item.Size.SizeOf(-1) < 0) throw new NotWritableException(field, "is null, which no item can be");
        AppendNumber(item, -1);
        items++;
    }

    private void AppendNumber(in EnvelopeCase value, long number)
    {
        var at = length;
        Fill(at, at, value, number);
    }

    // Writes a tag and its number between these places, and moves what stands behind them when they need more or less room.
    private void Fill(int at, int end, in EnvelopeCase value, long number)
    {
        var size = value.HeadOf(number);
        if (size < 0) throw new NotWritableException("", $"{number} cannot be said on this wire");
        Move(end, at + size);
        value.WriteHead(frame.Slice(at, size), number);
    }

    private readonly EnvelopeForm Envelope() => format.Enveloping ?? throw new InvalidOperationException("the wire has no envelope");
}
