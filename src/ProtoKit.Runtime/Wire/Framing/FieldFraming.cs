namespace ProtoKit.Wire;

/// <summary>A frame ends where its last field ends.</summary>
internal sealed class FieldFraming(MeasureFrame measure) : Framing
{
    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        ref var search = ref input.Search;
        var there = input.Bytes.Length;
        if (there < Math.Max(1, search.Needed)) return input.More();
        var most = Math.Min(there, input.MaxFrame);
        var fields = new FieldReader(input.Bytes.First(most), input.Format, int.MaxValue, holdsNumbers: false, copies: false)
        {
            Sought = ((int)search.At, (int)search.Seen),
            IsOpen = true,
        };
        if (!measure(ref fields))
        {
            if (fields.RanOut) return NeedMore(input, ref search, fields);
            fields.Fail(FaultKind.UnknownCommand, null, "there is no message with this tag");
            return input.Refuse(fields, lost: true);
        }

        if (fields.RanOut) return NeedMore(input, ref search, fields);
        if (fields.IsLost) return input.Refuse(fields, lost: true);
        var length = fields.Position + (long)ChecksumSize;
        if (length > input.MaxFrame) return input.TooLarge();
        return there < length ? input.More(length) : Take(input, length, out frame);
    }

    private ReadStatus NeedMore(WireInput input, ref FrameSearch search, scoped in FieldReader fields)
    {
        if (fields.Needed + (long)ChecksumSize > input.MaxFrame) return input.TooLarge();
        (search.At, search.Seen) = fields.Sought;
        // Without the checksum: what is wrong is told as soon as it is there, however the bytes arrive.
        return input.More(fields.Needed);
    }
}
