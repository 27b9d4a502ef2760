using System.Buffers;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>
/// Writes the fields of one frame, in order, into a buffer of its own; <see cref="Commit"/> hands the whole frame over. What cannot be
/// said on the wire throws <see cref="NotWritableException"/>, and then nothing of the frame is sent.
/// </summary>
public ref partial struct FieldWriter
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    private readonly WireFormat format;
    private readonly bool crLf;
    private readonly OutputBuffer? target;
    private readonly int origin;
    private byte[] frame;
    private int length;

    /// <summary>Begins a frame.</summary>
    /// <param name="format">The wire.</param>
    /// <param name="crLf">How to end a line where the wire leaves that open.</param>
    public FieldWriter(WireFormat format, bool crLf = true)
    {
        (this.format, this.crLf) = (format, crLf);
        frame = ArrayPool<byte>.Shared.Rent(256);
    }

    // Writes where the frame will be sent from. Nobody else writes there meanwhile, and until the commit none of it counts.
    internal FieldWriter(WireFormat format, bool crLf, OutputBuffer target)
    {
        (this.format, this.crLf, this.target) = (format, crLf, target);
        (frame, origin, length) = (target.Memory, target.Length, target.Length);
    }

    /// <summary>What was written is exactly this.</summary>
    public readonly bool Equals(ReadOnlySpan<byte> bytes) => Said.SequenceEqual(bytes);

    /// <summary>Writes these bytes.</summary>
    public void Literal(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        length += bytes.Length;
    }

    /// <summary>Writes one space.</summary>
    public void Space() => Literal(" "u8);

    /// <summary>Throws what <see cref="Commit"/> would throw, and hands nothing over.</summary>
    public readonly void Check() => _ = Whole();

    /// <summary>Hands the frame over, with its line end. Answers the bytes handed over.</summary>
    public int Commit(IBufferWriter<byte> output)
    {
        var bytes = Whole();
        var end = LineEnd;
        var total = bytes.Length + end.Length;
        var room = output.GetSpan(total);
        bytes.CopyTo(room);
        end.CopyTo(room[bytes.Length..]);
        output.Advance(total);
        return total;
    }

    /// <summary>Counts the frame in, where it was written to, with its line end.</summary>
    internal void Finish()
    {
        if (format.Legacy is not null)
        {
            Commit(target!);
            return;
        }

        _ = Whole();
        Literal(LineEnd);
        target!.Advance(length - origin);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (target is null && frame.Length > 0) ArrayPool<byte>.Shared.Return(frame);
        frame = [];
    }

    private readonly ReadOnlySpan<byte> Said => frame.AsSpan(origin, length - origin);

    private readonly ReadOnlySpan<byte> LineEnd => !format.IsFramed ? default
        : format.NewLine == NewLine.Lf || (format.NewLine == NewLine.AsReceived && !crLf) ? "\n"u8 : "\r\n"u8;

    private readonly ReadOnlySpan<byte> Whole()
    {
        var bytes = Said;
        if (format.Legacy is not null) bytes = Encode(bytes);
        if (bytes.Length > format.MaxFrame)
            throw new NotWritableException("", $"the message has {bytes.Length} bytes; {format.MaxFrame} are the most");
        if (format.IsFramed && format.NewLine == NewLine.AsReceived && !crLf && bytes is [.., Cr])
            throw new NotWritableException("", "the line ends with a CR, which would become part of its line end");
        return bytes;
    }

    private readonly byte[] Encode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return format.Legacy!.GetBytes(Encoding.UTF8.GetString(bytes));
        }
        catch (EncoderFallbackException)
        {
            throw new NotWritableException("", $"the message holds a character that {format.Legacy!.WebName} lacks");
        }
    }

    private Span<byte> Room(int count)
    {
        if (frame.Length - length < count) Grow(count);
        return frame.AsSpan(length);
    }

    private void Grow(int count)
    {
        if (target is not null)
        {
            target.Reserve(count, unfinished: length - origin);
            frame = target.Memory;
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(frame.Length * 2, length + count));
        frame.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(frame);
        frame = larger;
    }
}
