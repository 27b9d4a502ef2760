namespace ProtoKit.Wire;

/// <summary>One byte begins a frame and another ends it; neither stands in it.</summary>
internal sealed class MarkedFraming(byte start, byte end) : Framing
{
    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        var there = input.Bytes.Length;
        if (there == 0) return input.More();
        if (input.Bytes[0] != start) return input.Fail(FaultKind.BadLineEnding, $"begins with {input.Bytes[0]:x2} instead of {start:x2}");
        var at = input.Bytes.IndexOf(end, Math.Max(1, input.Search.Seen));
        if ((at < 0 ? there : at) - 1 > input.MaxFrame) return input.TooLarge();
        if (at < 0)
        {
            input.Search.Seen = there;
            return input.More();
        }

        frame = input.Take(at + 1)[1..^1];
        return frame.Span.Contains(start)
            ? input.Fail(FaultKind.BadLineEnding, $"has a second {start:x2} before its {end:x2}")
            : Check(input, ref frame);
    }

    public override void Seal(ref FieldWriter writer)
    {
        writer.AppendChecksum(Checksum);
        writer.Mark(start, end);
    }
}
