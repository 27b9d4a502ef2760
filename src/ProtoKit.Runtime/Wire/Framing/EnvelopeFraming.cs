namespace ProtoKit.Wire;

/// <summary>
/// A frame is one value of a union, told by its tag; a list is as many values more. Nothing is kept of a list but how many values are still to come, so
/// that a list of lists costs no more than its bytes.
/// </summary>
/// <param name="form">The union.</param>
/// <param name="isInline">A command that does not begin like the list is a line of words.</param>
internal sealed class EnvelopeFraming(EnvelopeForm form, bool isInline) : Framing
{
    public EnvelopeForm Form => form;

    public bool IsInline => isInline;

    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        ref var search = ref input.Search;
        while (search.Values == 0)
        {
            if (input.Bytes.Length == 0) return input.More();
            // People type commands, and no answers.
            var tag = input.Bytes[0];
            var mayBeTyped = isInline && !input.HoldsAnswers;
            if (mayBeTyped ? tag == form.List : form.Of(tag).Form != EnvelopeCase.CaseForm.None) search.Values = 1;
            else if (!mayBeTyped) return Unexpected(input, tag);
            else if (InlineLine.Read(input, form, out frame) is { } status) return status;
        }

        if (input.Bytes.Length < search.Needed) return input.More();
        var cursor = new ByteCursor(input.Bytes.Sequence.Slice(search.At));
        while (search.Values > 0)
        {
            var status = Step(input, ref search, ref cursor);
            if (status != ReadStatus.Done) return status;
        }

        frame = input.Take(search.At);
        return ReadStatus.Done;
    }

    // An envelope needs no more than its values say.
    public override void Seal(ref FieldWriter writer) => writer.FillItems();

    // One value, of which nothing is taken unless all of it is there.
    private ReadStatus Step(WireInput input, ref FrameSearch search, ref ByteCursor cursor)
    {
        if (cursor.Left == 0) return NeedMore(input, search, 1);
        var head = cursor.Peek(stackalloc byte[form.HeadRoom]);
        ref readonly var value = ref form.Of(head[0]);
        if (value.Form == EnvelopeCase.CaseForm.None) return Unexpected(input, head[0]);
        if (value.Form == EnvelopeCase.CaseForm.Line) return Line(input, ref search, ref cursor, value.End);

        var number = value.Size.Read(head[1..], out var said);
        if (number == 0) return NeedMore(input, search, cursor.Left + 1);
        var isNumber = value.Form == EnvelopeCase.CaseForm.Number;
        if (number < 0 || (said < -1 && !isNumber)) return input.Fail(FaultKind.BadLength, $"has a '{(char)value.Tag}' without a number");
        var size = 1L + number;
        if (said >= 0 && !isNumber)
        {
            if (said > input.MaxFrame) return input.TooLarge(said);
            if (value.Form == EnvelopeCase.CaseForm.List) search.Values += said;
            else size += said + value.End.Length;
        }

        if (IsTooLarge(input, search, size)) return input.TooLarge(said);
        if (cursor.Left < size) return NeedMore(input, search, size);
        if (size > 1 + number && !value.End.AsSpan().IsEmpty && !EndsWith(cursor, size, value.End))
            return input.Fail(FaultKind.BadLength, "has a value that is not as long as it says");
        Take(ref search, ref cursor, size);
        return ReadStatus.Done;
    }

    private ReadStatus Line(WireInput input, ref FrameSearch search, ref ByteCursor cursor, byte[] end)
    {
        var at = cursor.Find(end, Math.Max(1, search.Seen));
        var size = at < 0 ? cursor.Left + 1 : at + end.Length;
        if (IsTooLarge(input, search, size)) return input.TooLarge();
        if (at < 0)
        {
            search.Seen = cursor.Left - end.Length + 1;
            return NeedMore(input, search, size);
        }

        Take(ref search, ref cursor, size);
        return ReadStatus.Done;
    }

    private static void Take(ref FrameSearch search, ref ByteCursor cursor, long size)
    {
        cursor.Skip(size);
        search.At += size;
        search.Seen = 0;
        search.Values--;
    }

    // The values behind this one need their bytes, too, and are refused before they come.
    private bool IsTooLarge(WireInput input, in FrameSearch search, long size) =>
        search.At + size + ((search.Values - 1) * form.Least) > input.MaxFrame;

    // Not those behind it: a tag that none has is refused as soon as it comes.
    private static ReadStatus NeedMore(WireInput input, in FrameSearch search, long size) => input.More(search.At + size);

    private static bool EndsWith(ByteCursor cursor, long size, byte[] end)
    {
        cursor.Skip(size - end.Length);
        return cursor.Peek(stackalloc byte[end.Length]).StartsWith(end);
    }

    private ReadStatus Unexpected(WireInput input, byte tag) =>
        input.Fail(FaultKind.BadLength, $"expected '{(char)form.List}', got '{Printable.Of([tag])}'");
}
