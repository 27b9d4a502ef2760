using System.Buffers;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>
/// The received bytes that no message has used yet. Cuts frames off their front; remembers how far it has looked, so that the total work
/// is linear in the bytes however they arrive.
/// </summary>
/// <param name="format">The wire.</param>
public sealed class WireInput(WireFormat format)
{
    private const byte Lf = (byte)'\n';
    private const byte Cr = (byte)'\r';

    private ReadOnlyMemory<byte> run;           // what is unread, when it is one run of memory, as it nearly always is
    private ReadOnlySequence<byte> segments;    // what is unread otherwise
    private bool isRun = true;
    private long scanned;
    private long frameAt;
    private bool endedBefore = true;
    private bool endEndsLine;
    private bool endIsKnown;
    private byte[]? joined;

    /// <summary>The wire.</summary>
    public WireFormat Format { get; internal set; } = format;

    /// <summary>The bytes that are left.</summary>
    public ReadOnlySequence<byte> Unread => isRun ? new(run) : segments;

    /// <summary>Nothing is left, or all that is left was looked at and more is needed.</summary>
    public bool NeedsMore { get; private set; } = true;

    /// <summary>Bytes used since the connection began.</summary>
    public long Consumed { get; private set; }

    /// <summary>Why the last read answered <see cref="ReadStatus.Fault"/>.</summary>
    public WireFault Fault { get; private set; }

    /// <summary>The last line ended with CR LF rather than LF alone.</summary>
    public bool EndedWithCrLf { get; private set; } = true;

    /// <summary>The last line had no line end: the end of the input ended it.</summary>
    internal bool EndedWithInput { get; private set; }

    /// <summary>The longest body that a length may announce: instead of what a field declares, and where it declares nothing. -1: any.</summary>
    public (long? Instead, long Otherwise) MaxBody { get; set; } = (null, -1);

    /// <summary>The fields of the frame that was read last.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="copies">Whoever reads them keeps the bytes that they hold.</param>
    public FieldReader FieldsOf(ReadOnlyMemory<byte> frame, bool copies = false) =>
        new(frame, MaxBody.Instead, MaxBody.Otherwise, copies);

    /// <summary>Takes the unread bytes again, with more behind them.</summary>
    public void Feed(ReadOnlySequence<byte> bytes)
    {
        Hold(bytes);
        NeedsMore = bytes.IsEmpty;
    }

    /// <summary>
    /// There is no more input, and its end ends its last line, as a datagram's does; without any bytes there is one empty line. False: no line was
    /// left open.
    /// </summary>
    internal bool EndLastLine()
    {
        if (!Format.IsFramed || endIsKnown) return false;
        endIsKnown = true;
        endEndsLine = Left > 0 || Consumed == 0;
        NeedsMore = !endEndsLine;
        return endEndsLine;
    }

    /// <summary>Uses up bytes that are no frame: a body's.</summary>
    public void Skip(long count) => Use(count);

    /// <summary>
    /// Cuts one frame off the front, in UTF-8: a line without its end or, on an unframed wire, what one read took. The memory holds until the
    /// next call.
    /// </summary>
    public ReadStatus ReadFrame(out ReadOnlyMemory<byte> frame)
    {
        var status = Format.IsFramed ? ReadLine(out frame) : ReadSegment(out frame);
        return status == ReadStatus.Done && Format.Legacy is not null ? Transcode(ref frame) : status;
    }

    /// <summary>Undoes the reading of the frame that was read last.</summary>
    /// <param name="before">What was unread before it.</param>
    public void PutBack(ReadOnlySequence<byte> before)
    {
        Consumed -= before.Length - Left;
        Hold(before);
        (scanned, NeedsMore, EndedWithCrLf) = (0, false, endedBefore);
        (endEndsLine, EndedWithInput) = (EndedWithInput, false);
    }

    /// <summary>Leaves the memory of the frame that was read last to whoever holds it, although more frames will be read.</summary>
    public void KeepFrame() => joined = null;

    /// <summary>Records what a <see cref="FieldReader"/> found wrong with the frame that was read last.</summary>
    /// <param name="fields">The reader that failed.</param>
    public ReadStatus Refuse(scoped in FieldReader fields)
    {
        Fault = fields.Describe(Format.MaxArguments, frameAt);
        return ReadStatus.Fault;
    }

    /// <summary>Gives back what is held for joining frames that arrive in pieces.</summary>
    public void Release()
    {
        if (joined is null) return;
        ArrayPool<byte>.Shared.Return(joined);
        joined = null;
    }

    private ReadStatus ReadLine(out ReadOnlyMemory<byte> line)
    {
        line = default;
        var end = FindLineEnd();
        EndedWithInput = end < 0 && endEndsLine;
        if (EndedWithInput) (end, endEndsLine) = (Left, false);
        if (end < 0)
        {
            if (TooLong(Left, mayEndInCr: true)) return Fail(FaultKind.LineTooLong, $"has more than {Format.MaxFrame} bytes");
            scanned = Left;
            NeedsMore = true;
            return ReadStatus.NeedMore;
        }

        if (TooLong(end, mayEndInCr: true)) return Fail(FaultKind.LineTooLong, $"has more than {Format.MaxFrame} bytes");
        line = Contiguous(end);
        UseFrame(EndedWithInput ? end : end + 1);
        return EndLine(ref line);
    }

    private long FindLineEnd()
    {
        if (isRun)
        {
            var at = run.Span[(int)scanned..].IndexOf(Lf);
            return at < 0 ? -1 : scanned + at;
        }

        var from = scanned;
        foreach (var segment in segments.Slice(from))
        {
            var at = segment.Span.IndexOf(Lf);
            if (at >= 0) return from + at;
            from += segment.Length;
        }

        return -1;
    }

    private ReadStatus EndLine(ref ReadOnlyMemory<byte> line)
    {
        endedBefore = EndedWithCrLf;
        EndedWithCrLf = line.Length > 0 && line.Span[^1] == Cr;
        if (Format.NewLine == NewLine.Lf) return ReadStatus.Done;
        if (EndedWithCrLf) line = line[..^1];
        return Format.NewLine == NewLine.CrLf && line.Span.Contains(Cr)
            ? Fail(FaultKind.BadLineEnding, "has a CR that no LF follows; a line ends with CR LF")
            : ReadStatus.Done;
    }

    // The limit counts the bytes before the line end, and the CR of a CR LF belongs to the line end.
    private bool TooLong(long length, bool mayEndInCr)
    {
        if (length <= Format.MaxFrame) return false;
        var allowance = mayEndInCr && Format.NewLine != NewLine.Lf && length == (long)Format.MaxFrame + 1;
        return !allowance || Unread.Slice(length - 1, 1).FirstSpan[0] != Cr;
    }

    private ReadStatus ReadSegment(out ReadOnlyMemory<byte> message)
    {
        message = default;
        if (Left == 0)
        {
            NeedsMore = true;
            return ReadStatus.NeedMore;
        }

        var length = Math.Min(Left, Format.MaxFrame);
        message = Contiguous(length);
        UseFrame(length);
        return ReadStatus.Done;
    }

    private ReadOnlyMemory<byte> Contiguous(long length)
    {
        if (isRun) return run[..(int)length];
        if (length <= segments.First.Length) return segments.First[..(int)length];
        var room = Room((int)length);
        segments.Slice(0, length).CopyTo(room);
        return room.AsMemory(0, (int)length);
    }

    private ReadStatus Transcode(ref ReadOnlyMemory<byte> frame)
    {
        try
        {
            var text = Format.Legacy!.GetString(frame.Span);
            var room = Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            frame = room.AsMemory(0, Encoding.UTF8.GetBytes(text, room));
            return ReadStatus.Done;
        }
        catch (DecoderFallbackException)
        {
            // Whether a body follows stands in the line, so nobody knows where the next command begins.
            return Fail(FaultKind.BadEncoding, $"is not {Format.Legacy!.WebName}", skip: -1);
        }
    }

    private byte[] Room(int length)
    {
        if (joined is not null && joined.Length >= length) return joined;
        Release();
        return joined = ArrayPool<byte>.Shared.Rent(length);
    }

    private ReadStatus Fail(FaultKind kind, string reason, long skip = 0)
    {
        Fault = new WireFault(kind, "the line", reason, kind == FaultKind.LineTooLong ? Consumed : frameAt, skip);
        NeedsMore = false;
        return ReadStatus.Fault;
    }

    private void UseFrame(long count)
    {
        frameAt = Consumed;
        Use(count);
    }

    private void Use(long count)
    {
        if (isRun) run = run[(int)count..];
        else Hold(segments.Slice(count));
        Consumed += count;
        scanned = 0;
        NeedsMore = Left == 0;
    }

    private long Left => isRun ? run.Length : segments.Length;

    private void Hold(ReadOnlySequence<byte> bytes)
    {
        isRun = bytes.IsSingleSegment;
        if (isRun) run = bytes.First;
        else segments = bytes;
    }
}
