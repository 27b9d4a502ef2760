using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>
/// Writes the fields of one frame, in order, into a buffer of its own, or behind what a conversation has written; <see cref="Commit(IBufferWriter{byte})"/>
/// hands the whole frame over. What cannot be said on the wire throws <see cref="NotWritableException"/>, and then nothing of the frame is sent.
/// </summary>
public ref partial struct FieldWriter
{
    private const byte Cr = (byte)'\r';
    private const byte Lf = (byte)'\n';

    // A header's length, a checksum, delimiters.
    private const int FrameSlack = 1024;

    private readonly WireFormat format;
    private readonly bool crLf;
    private readonly ReadOnlyMemory<byte> head;
    private int depth;
    private Span<byte> frame;
    private int length;
    private byte[]? rented;         // that the frame stands in; null: it stands behind what the output holds
    private OutputBuffer? output;

    // Of bytes.
    private int bit;                // of the last byte, that were written
    private int lengthRoom = -1;    // bytes that wait for the length; -1: it was not asked for

    // Of an envelope.
    private bool isEnveloped;
    private int itemsAt = -1;       // where their count will stand; -1: it is written, or there is none
    private int items;
    private int openedAt;

    /// <summary>Begins a frame.</summary>
    /// <param name="format">The wire.</param>
    /// <param name="crLf">How to end a line where the wire leaves that open.</param>
    /// <param name="head">The first bytes of the message that is answered: what <see cref="Echo"/> repeats.</param>
    public FieldWriter(WireFormat format, bool crLf = true, ReadOnlyMemory<byte> head = default)
    {
        (this.format, this.crLf, this.head) = (format, crLf, head);
        frame = rented = ArrayPool<byte>.Shared.Rent(256);
    }

    /// <summary>Begins a frame in its place: nothing else may be written there until it is committed or given up.</summary>
    internal FieldWriter(WireFormat format, OutputBuffer output, bool crLf, ReadOnlyMemory<byte> head)
    {
        (this.format, this.crLf, this.head, this.output) = (format, crLf, head, output);
        frame = output.GetSpan(256);
    }

    /// <summary>What was written is exactly this.</summary>
    public readonly bool Equals(ReadOnlySpan<byte> bytes) => Said.SequenceEqual(bytes);

    /// <summary>Writes these bytes; inside an enveloped message, each of their words as an item.</summary>
    public void Literal(scoped ReadOnlySpan<byte> bytes)
    {
        if (isEnveloped) LiteralItems(bytes);
        else Append(bytes);
    }

    /// <summary>Writes one space; inside an enveloped message nothing, since its items stand apart already.</summary>
    public void Space()
    {
        if (!isEnveloped) Append(" "u8);
    }

    /// <summary>Throws what <see cref="Commit(IBufferWriter{byte})"/> would throw, and hands nothing over.</summary>
    public readonly void Check()
    {
        if (format.IsText)
        {
            _ = Whole();
            return;
        }

        var copy = Copy();
        try
        {
            copy.Seal();
        }
        finally
        {
            copy.Dispose();
        }
    }

    /// <summary>Hands the frame over, with what ends it. Answers the bytes handed over.</summary>
    public int Commit(IBufferWriter<byte> output)
    {
        Finish();
        output.Write(Said);
        return length;
    }

    /// <summary>The frame, with what ends it, is part of what the output holds.</summary>
    internal void Commit()
    {
        Finish();
        output!.Advance(length);
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (rented is null) return;
        ArrayPool<byte>.Shared.Return(rented);
        frame = default;
        rented = null;
    }

    private readonly ReadOnlySpan<byte> Said => frame[..length];

    private void Finish()
    {
        if (!format.IsText)
        {
            Seal();
            return;
        }

        var whole = Whole();
        if (format.Legacy is not null)
        {
            length = 0;
            Append(whole);
        }

        Append(LineEnd);
    }

    private readonly ReadOnlySpan<byte> LineEnd => !format.IsText || !format.IsFramed ? default
        : format.NewLine == NewLine.Lf || (format.NewLine == NewLine.AsReceived && !crLf) ? "\n"u8 : "\r\n"u8;

    private readonly ReadOnlySpan<byte> Whole()
    {
        var bytes = Said;
        if (format.Legacy is not null) bytes = Encode(bytes);
        CheckLength(bytes.Length);
        if (format.IsFramed && format.NewLine == NewLine.AsReceived && !crLf && bytes is [.., Cr])
            throw new NotWritableException("", "the line ends with a CR, which would become part of its line end");
        return bytes;
    }

    private readonly void CheckLength(long bytes)
    {
        if (bytes > format.MaxFrame) throw TooLong(bytes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly NotWritableException TooLong(long bytes) => new("", $"the message has {bytes} bytes; {format.MaxFrame} are the most");

    [MethodImpl(MethodImplOptions.NoInlining)]
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

    private void Append(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        length += bytes.Length;
    }

    private Span<byte> Room(int count)
    {
        if (frame.Length - length < count) Grow(count);
        return frame[length..];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        var needed = (long)length + count;
        // What cannot be sent is not put together either; stuffing at most doubles a frame.
        if (!format.IsText && needed > (2L * format.MaxFrame) + FrameSlack)
            throw new NotWritableException("", $"the message has more than {format.MaxFrame} bytes, which are the most");
        if (output is not null)
        {
            output.Reserve(count, length);
            frame = output.Room;
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(frame.Length * 2L, needed)));
        Said.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(rented!);
        frame = rented = larger;
    }
}
