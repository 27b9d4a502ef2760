namespace ProtoKit.Wire;

/// <summary>A frame is what one read returned.</summary>
internal sealed class ReadFraming : Framing
{
    public override bool IsText => true;

    public override bool HasEnd => false;

    public override ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame)
    {
        frame = default;
        if (input.Bytes.Length == 0) return input.More();
        frame = input.Take(Math.Min(input.Bytes.Length, input.MaxFrame));
        return ReadStatus.Done;
    }
}
