namespace ProtoKit.Wire;

/// <summary>Where a frame ends. One object serves all connections: what it knows of a search stands in the input's <see cref="FrameSearch"/>.</summary>
internal abstract class Framing
{
    /// <summary>A frame is a line of text, and the end of the input can end it.</summary>
    public virtual bool IsText => false;

    /// <summary>Frames have an end of their own.</summary>
    public virtual bool HasEnd => true;

    /// <summary>What a message leaves of its frame is zero.</summary>
    public virtual bool IsPadded => false;

    /// <summary>What ends each frame; null: nothing.</summary>
    public ChecksumForm? Checksum { get; init; }

    protected int ChecksumSize => Checksum?.Size ?? 0;

    /// <summary>Cuts one frame off the front of the input.</summary>
    public abstract ReadStatus Read(WireInput input, out ReadOnlyMemory<byte> frame);

    /// <summary>Finishes a frame whose fields are written: its length, its checksum, what keeps delimiters out of it, and what ends it.</summary>
    public virtual void Seal(ref FieldWriter writer) => writer.AppendChecksum(Checksum);

    /// <summary>The frame without its checksum, if that is right.</summary>
    protected ReadStatus Check(WireInput input, ref ReadOnlyMemory<byte> frame)
    {
        if (Checksum is null) return ReadStatus.Done;
        if (frame.Length < Checksum.Size) return input.Fail(FaultKind.BadChecksum, "is shorter than its checksum");
        var (right, there) = (Checksum.Of(frame.Span[..^Checksum.Size]), Checksum.Read(frame.Span[^Checksum.Size..]));
        if (right != there)
        {
            var digits = 2 * Checksum.Size;
            return input.Fail(FaultKind.BadChecksum, $"has the checksum {there.ToString($"x{digits}")}; {right.ToString($"x{digits}")} would be right");
        }

        frame = frame[..^Checksum.Size];
        return ReadStatus.Done;
    }

    /// <summary>Takes a frame of known length off the front.</summary>
    protected ReadStatus Take(WireInput input, long length, out ReadOnlyMemory<byte> frame)
    {
        frame = input.Take(length);
        return Check(input, ref frame);
    }
}
