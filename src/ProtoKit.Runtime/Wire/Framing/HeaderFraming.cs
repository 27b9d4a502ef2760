namespace ProtoKit.Wire;

/// <summary>A length near the front of each frame says how many bytes stand behind it.</summary>
/// <param name="lengthAt">Bytes before the length.</param>
/// <param name="length">How it stands there.</param>
/// <param name="adjust">Bytes that it counts besides those behind it.</param>
internal sealed class HeaderFraming(int lengthAt, WireNumber length, int adjust) : Framing
{
    public WireNumber Length => length;

    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        var there = input.Bytes.Length;
        if (there < Math.Max(input.Search.Needed, lengthAt + 1L)) return input.More();
        var head = input.Bytes.First(Math.Min(there, lengthAt + length.Most)).Span[lengthAt..];
        var size = length.Read(head, out var announced);
        if (size == 0) return input.More(there + 1);
        if (size < 0) return input.Fail(FaultKind.BadLength, "has a length that is none");

        // A number near the greatest stays one, whatever is taken off it.
        var behind = Math.Min(announced, long.MaxValue / 2) - adjust;
        if (announced < 0 || behind < ChecksumSize) return input.Fail(FaultKind.BadLength, $"says that it has {announced} bytes, which no frame has");
        if (behind > input.MaxFrame - lengthAt - size) return input.TooLarge(announced);
        var total = lengthAt + size + behind;
        return there < total ? input.More(total) : Take(input, total, out frame);
    }

    public override void Seal(ref FieldWriter writer) => writer.FillLength(lengthAt, length, adjust, Checksum);
}
