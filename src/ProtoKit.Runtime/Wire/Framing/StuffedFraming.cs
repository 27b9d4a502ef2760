namespace ProtoKit.Wire;

/// <summary>A delimiter ends each frame, and stuffing keeps it out.</summary>
internal sealed class StuffedFraming(StuffingForm stuffing) : Framing
{
    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        while (true)
        {
            var end = input.Bytes.IndexOf(stuffing.Delimiter, input.Search.Seen);
            var length = end < 0 ? input.Bytes.Length : end;
            if (length > stuffing.Most(input.MaxFrame)) return input.TooLarge();
            if (end < 0)
            {
                input.Search.Seen = length;
                return input.More();
            }

            // Two delimiters in a row have nothing between them: RFC 1055 and RFC 1662 4.4.1 have them pass in silence.
            var raw = input.Take(end + 1)[..^1];
            if (!raw.IsEmpty && !stuffing.IsAborted(raw.Span)) return Undo(input, raw, out frame);
            input.PassOver();
        }
    }

    public override void Seal(ref FieldWriter writer)
    {
        writer.AppendChecksum(Checksum);
        writer.Stuff(stuffing);
    }

    private ReadStatus Undo(WireInput input, ReadOnlyMemory<byte> raw, out ReadOnlyMemory<byte> frame)
    {
        frame = raw;
        if (stuffing.Plain(raw.Span) is not { } plain)
        {
            // What was joined is unstuffed in its place: it never becomes longer.
            var room = input.Bytes.Room(raw.Length);
            var length = stuffing.Undo(raw.Span, room);
            if (length < 0) return input.Fail(FaultKind.BadArgument, $"is not stuffed as {stuffing.Name} has it");
            frame = room.AsMemory(0, length);
        }
        else
        {
            frame = raw[plain];
        }

        return frame.Length > input.MaxFrame ? input.TooLarge() : Check(input, ref frame);
    }
}
