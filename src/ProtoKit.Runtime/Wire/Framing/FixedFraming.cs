namespace ProtoKit.Wire;

/// <summary>Every frame has as many bytes.</summary>
internal sealed class FixedFraming(int size) : Framing
{
    public override bool IsPadded => true;

    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        if (size > input.MaxFrame) return input.TooLarge(size);
        return input.Bytes.Length < size ? input.More() : Take(input, size, out frame);
    }

    public override void Seal(ref FieldWriter writer)
    {
        writer.FillUp(size - ChecksumSize);
        writer.AppendChecksum(Checksum);
    }
}
