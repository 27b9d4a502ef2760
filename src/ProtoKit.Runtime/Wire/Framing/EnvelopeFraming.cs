using System.Runtime.CompilerServices;

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

    // Nearly every command is a list of words, and all there: one straight walk over it, which also tells where its words are.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        var places = input.Places ??= new ItemPlaces(form);
        if (input.Search.At == 0)
        {
            var length = places.Read(input.Bytes.Near);
            if (length > 0 && length <= input.MaxFrame)
            {
                frame = input.Take(length);
                return ReadStatus.Done;
            }
        }

        places.Forget();
        while (true)
        {
            var status = ReadAny(input, out frame);
            if (status != ReadStatus.Done || input.HoldsAnswers || !IsEmpty(frame.Span)) return status;
            // A list of no words is no command, as an empty line is none.
            input.PassOver();
        }
    }

    private bool IsEmpty(ReadOnlySpan<byte> frame) => frame[0] == form.List && form.Of(form.List).Size.Read(frame[1..], out var count) > 0 && count <= 0;

    private ReadStatus ReadAny(WireInput input, out ReadOnlyMemory<byte> frame)
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
            else if (!mayBeTyped) return Unexpected(input, form.List, tag);
            else if (InlineLine.Read(input, form, out frame) is { } status) return status;
        }

        var there = Math.Min(input.Bytes.Length, int.MaxValue);
        if (there < search.Needed) return input.More(search.Needed);
        // Pieces are joined only as far as the frame reaches: what is behind it would be joined again for the next one.
        for (long near = input.Bytes.Near.Length; ; near *= 2)
        {
            near = Math.Min(there, Math.Max(near, search.Needed));
            var status = Walk(input, ref search, input.Bytes.First(near).Span);
            if (status == ReadStatus.Done) frame = input.Take(search.At);
            if (status != ReadStatus.NeedMore || search.Needed > there) return status;
        }
    }

    // An envelope needs no more than its values say.
    public override void Seal(ref FieldWriter writer) => writer.FillItems();

    private ReadStatus Walk(WireInput input, ref FrameSearch search, ReadOnlySpan<byte> bytes)
    {
        while (search.Values > 0)
        {
            var rest = bytes[(int)search.At..];
            if (rest.IsEmpty) return NeedMore(input, search, 1);
            ref readonly var value = ref form.Of(rest[0]);
            var status = value.Form switch
            {
                EnvelopeCase.CaseForm.None => Unexpected(input, search.At == 0 ? form.List : form.Item, rest[0]),
                EnvelopeCase.CaseForm.Line => Line(input, ref search, rest, value.End),
                _ => Number(input, ref search, rest, value),
            };
            if (status != ReadStatus.Done) return status;
        }

        return ReadStatus.Done;
    }

    // One value, of which nothing is taken unless all of it is there.
    private ReadStatus Number(WireInput input, ref FrameSearch search, ReadOnlySpan<byte> rest, in EnvelopeCase value)
    {
        var number = value.Size.Read(rest[1..], out var said);
        if (number == 0) return NeedMore(input, search, rest.Length + 1);
        var isNumber = value.Form == EnvelopeCase.CaseForm.Number;
        if (number < 0 || (said < -1 && !isNumber && !MayBeEmpty(input, search, value))) return input.Fail(FaultKind.BadLength, $"has a '{(char)value.Tag}' without a number");
        var size = 1L + number;
        var end = 0;
        if (said >= 0 && !isNumber)
        {
            if (said > input.MaxFrame) return input.TooLarge(said);
            if (value.Form == EnvelopeCase.CaseForm.List)
            {
                search.Values += said;
            }
            else
            {
                end = value.End.Length;
                size += said + end;
            }
        }

        if (IsTooLarge(input, search, size)) return input.TooLarge(said);
        if (rest.Length < size) return NeedMore(input, search, size);
        if (end > 0 && !rest[..(int)size].EndsWith(value.End)) return input.Fail(FaultKind.BadLength, "has a value that is not as long as it says");
        Pass(ref search, size);
        return ReadStatus.Done;
    }

    // Of a command that has no words it does not matter how many less than none it has.
    private static bool MayBeEmpty(WireInput input, in FrameSearch search, in EnvelopeCase value) =>
        search.At == 0 && value.Form == EnvelopeCase.CaseForm.List && !input.HoldsAnswers;

    private ReadStatus Line(WireInput input, ref FrameSearch search, ReadOnlySpan<byte> rest, byte[] end)
    {
        var from = (int)Math.Max(1, search.Seen);
        var at = from < rest.Length ? rest[from..].IndexOf(end) : -1;
        var size = at < 0 ? rest.Length + 1 : from + at + end.Length;
        if (IsTooLarge(input, search, size)) return input.TooLarge();
        if (at < 0)
        {
            search.Seen = rest.Length - end.Length + 1;
            return NeedMore(input, search, size);
        }

        Pass(ref search, size);
        return ReadStatus.Done;
    }

    private static void Pass(ref FrameSearch search, long size)
    {
        search.At += size;
        search.Seen = 0;
        search.Values--;
    }

    // The values behind this one need their bytes, too, and are refused before they come.
    private bool IsTooLarge(WireInput input, in FrameSearch search, long size) =>
        search.At + size + ((search.Values - 1) * form.Least) > input.MaxFrame;

    // Not those behind it: a tag that none has is refused as soon as it comes.
    private static ReadStatus NeedMore(WireInput input, in FrameSearch search, long size) => input.More(search.At + size);

    private static ReadStatus Unexpected(WireInput input, byte expected, byte tag) =>
        input.Fail(FaultKind.BadLength, $"expected '{(char)expected}', got '{Printable.Of([tag])}'");
}
