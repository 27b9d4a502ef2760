using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoKit.Wire;

/// <summary>
/// The received bytes that no message has used yet. Cuts frames off their front; remembers how far it has looked, so that the total work
/// is linear in the bytes however they arrive.
/// </summary>
/// <param name="format">The wire.</param>
public sealed class WireInput(WireFormat format)
{
    internal UnreadBytes Bytes = new();
    internal FrameSearch Search;
    internal ItemPlaces? Places;

    private readonly Framing framing = format.Framing;
    private readonly bool isText = format.IsText;
    private readonly bool isPlain = format.IsText ? format.Legacy is null : format.HeadEchoed == 0;
    private long frameAt;
    private bool endedBefore = true;
    private bool endEndsLine;
    private bool endIsKnown;
    private byte[]? head;
    private int headLength;

    /// <summary>The wire.</summary>
    public WireFormat Format { get; } = format;

    /// <summary>The bytes that are left.</summary>
    public ReadOnlySequence<byte> Unread => Bytes.Sequence;

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

    /// <summary>The longest body where a field declares this, or -1 for nothing; -1: any.</summary>
    internal long BodyLimit(long declared) => MaxBody.Instead ?? (declared >= 0 ? declared : MaxBody.Otherwise);

    /// <summary>The most bytes of a frame, from the next one on: as the wire has it until the conversation's state has another.</summary>
    public int MaxFrame { get; set; } = format.MaxFrame;

    /// <summary>The most words after a verb, from the next frame on.</summary>
    public int MaxArguments { get; set; } = format.MaxArguments;

    /// <summary>What is read are answers: their words may be numbers, and as many as they like.</summary>
    public bool HoldsAnswers { get; set; }

    /// <summary>The first bytes of the frame that was read last, as many as its answer repeats.</summary>
    public ReadOnlyMemory<byte> Head => head.AsMemory(0, headLength);

    /// <summary>Takes the unread bytes again, with more behind them.</summary>
    public void Feed(ReadOnlySequence<byte> bytes)
    {
        Bytes.Hold(bytes);
        NeedsMore = bytes.IsEmpty;
    }

    /// <summary>
    /// There is no more input, and its end ends its last line, as a datagram's does; without any bytes there is one empty line. False: no line was
    /// left open.
    /// </summary>
    internal bool EndLastLine()
    {
        if (!Format.IsText || !Format.IsFramed || endIsKnown) return false;
        endIsKnown = true;
        endEndsLine = Bytes.Length > 0 || Consumed == 0;
        NeedsMore = !endEndsLine;
        return endEndsLine;
    }

    /// <summary>Uses up bytes that are no frame: a body's.</summary>
    public void Skip(long count) => Use(count);

    /// <summary>Counts bytes of a body that went elsewhere, without having been here.</summary>
    internal void PassBy(long count) => Consumed += count;

    /// <summary>
    /// Cuts one frame off the front: a line in UTF-8 without its end, on an unframed wire what one read took, or a message of bytes without what
    /// delimits it and without its checksum. The memory holds until the next call.
    /// </summary>
    public ReadStatus ReadFrame(out ReadOnlyMemory<byte> frame)
    {
        frameAt = Consumed;
        var status = framing.Read(this, out frame);
        if (status != ReadStatus.Done || isPlain) return status;
        return isText ? Transcode(ref frame) : KeepHead(frame.Span);
    }

    /// <summary>Undoes the reading of the frame that was read last.</summary>
    /// <param name="before">What was unread before it.</param>
    public void PutBack(ReadOnlySequence<byte> before)
    {
        Consumed -= before.Length - Bytes.Length;
        Bytes.Forget();
        Bytes.Hold(before);
        (Search, NeedsMore, EndedWithCrLf) = (default, false, endedBefore);
        (endEndsLine, EndedWithInput) = (EndedWithInput, false);
    }

    /// <summary>Leaves the memory of the frame that was read last to whoever holds it, although more frames will be read.</summary>
    public void KeepFrame() => Bytes.Keep();

    /// <summary>Records what a <see cref="FieldReader"/> found wrong with the frame that was read last.</summary>
    /// <param name="fields">The reader that failed.</param>
    public ReadStatus Refuse(scoped in FieldReader fields) => Refuse(fields, lost: false);

    /// <summary>Gives back what is held for joining frames that arrive in pieces.</summary>
    public void Release() => Bytes.Release();

    /// <summary>Records a failure.</summary>
    /// <param name="fields">The reader that failed.</param>
    /// <param name="lost">Nobody knows where the next frame begins.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReadStatus Refuse(scoped in FieldReader fields, bool lost)
    {
        Fault = fields.Describe(MaxArguments, frameAt);
        if (lost) Fault = Fault with { Skip = -1 };
        NeedsMore &= !lost;
        return ReadStatus.Fault;
    }

    // What goes wrong stays out of the code that reads what does not: its room would be cleared for every frame.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReadStatus Fail(FaultKind kind, string reason, long skip = 0)
    {
        Fault = new WireFault(kind, Format.IsText ? "the line" : "the frame", reason, frameAt, skip);
        NeedsMore = false;
        return ReadStatus.Fault;
    }

    /// <summary>The frame has too many bytes, or says so.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal ReadStatus TooLarge(long announced = -1) => Fail(
        FaultKind.FrameTooLarge,
        announced <= MaxFrame ? $"has more than {MaxFrame} bytes" : $"announces {announced} bytes; {MaxFrame} are the most");

    /// <summary>There is no whole frame.</summary>
    /// <param name="needed">Bytes that have to be there before it is worth looking again.</param>
    internal ReadStatus More(long needed = 0)
    {
        Search.Needed = needed;
        NeedsMore = true;
        return ReadStatus.NeedMore;
    }

    /// <summary>Takes a frame off the front.</summary>
    internal ReadOnlyMemory<byte> Take(long length)
    {
        var taken = Bytes.First(length);
        frameAt = Consumed;
        Use(length);
        return taken;
    }

    /// <summary>What was taken is no frame: the frame begins behind it.</summary>
    internal void PassOver() => frameAt = Consumed;

    internal void Use(long count)
    {
        Bytes.Use(count);
        Consumed += count;
        Search = default;
        NeedsMore = Bytes.Length == 0;
    }

    /// <summary>The line that is open now is the last one; true only once.</summary>
    internal bool TakesEnd()
    {
        EndedWithInput = endEndsLine;
        endEndsLine = false;
        return EndedWithInput;
    }

    internal void EndedWith(bool crLf) => (endedBefore, EndedWithCrLf) = (EndedWithCrLf, crLf);

    private ReadStatus KeepHead(ReadOnlySpan<byte> frame)
    {
        headLength = Math.Min(frame.Length, Format.HeadEchoed);
        frame[..headLength].CopyTo(head ??= new byte[Format.HeadEchoed]);
        return ReadStatus.Done;
    }

    private ReadStatus Transcode(ref ReadOnlyMemory<byte> frame)
    {
        try
        {
            var text = Format.Legacy!.GetString(frame.Span);
            var room = Bytes.Room(Encoding.UTF8.GetMaxByteCount(text.Length));
            frame = room.AsMemory(0, Encoding.UTF8.GetBytes(text, room));
            return ReadStatus.Done;
        }
        catch (DecoderFallbackException)
        {
            // Whether a body follows stands in the line, so nobody knows where the next command begins.
            return Fail(FaultKind.BadEncoding, $"is not {Format.Legacy!.WebName}", skip: -1);
        }
    }
}
