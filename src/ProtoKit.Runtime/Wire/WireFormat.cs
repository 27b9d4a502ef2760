using System.Text;

namespace ProtoKit.Wire;

/// <summary>How a protocol's bytes become messages, as it was declared.</summary>
public sealed class WireFormat
{
    private WireFormat(Framing framing, int maxFrame)
    {
        (Framing, IsText, IsFramed, MaxFrame) = (framing, framing.IsText, framing.HasEnd, maxFrame);
        IsPadded = framing.IsPadded;
        if (framing is EnvelopeFraming envelope) (Enveloping, IsInline) = (envelope.Form, envelope.IsInline);
    }

    /// <summary>Messages have an end of their own; false: a message is what one read returned.</summary>
    public bool IsFramed { get; }

    /// <summary>Messages are lines of text, or what one read returned; false: they are bytes.</summary>
    public bool IsText { get; }

    /// <summary>What ends a line.</summary>
    public NewLine NewLine { get; private init; }

    /// <summary>The most words after a verb.</summary>
    public int MaxArguments { get; private init; } = int.MaxValue;

    /// <summary>
    /// The most bytes before a line end, in one read, or in a message of bytes: with its header and its checksum, without stuffing and delimiters.
    /// </summary>
    public int MaxFrame { get; private init; }

    /// <summary>How many of a message's first bytes its answer may repeat.</summary>
    public int HeadEchoed { get; private init; }

    /// <summary>The encoding, when it is not UTF-8; it throws on what it cannot say.</summary>
    internal Encoding? Legacy { get; private init; }

    /// <summary>Where messages end.</summary>
    internal Framing Framing { get; }

    /// <summary>The envelope of commands; null when they arrive in none.</summary>
    internal EnvelopeForm? Enveloping { get; }

    /// <summary>A command may also be a line of words.</summary>
    internal bool IsInline { get; }

    /// <summary>What a message leaves of its frame is zero.</summary>
    internal bool IsPadded { get; }

    /// <summary>A wire of text lines.</summary>
    public static WireFormat Text(NewLine newLine, int maxLine, int maxArguments = 16, string encoding = "utf-8") =>
        new(new LineFraming(newLine), maxLine) { NewLine = newLine, Legacy = LegacyOf(encoding), MaxArguments = maxArguments };

    /// <summary>A wire without frames.</summary>
    public static WireFormat Unframed(int readSize, string encoding = "utf-8") => new(new ReadFraming(), readSize) { Legacy = LegacyOf(encoding) };

    /// <summary>A wire whose messages say their length.</summary>
    /// <param name="lengthAt">The bytes before the length.</param>
    /// <param name="length">How it stands there. It counts the bytes behind itself, a checksum's too.</param>
    /// <param name="adjust">Bytes that it counts besides.</param>
    /// <param name="maxFrame">The longest message.</param>
    /// <param name="checksum">What ends each message; null: nothing.</param>
    public static WireFormat Header(int lengthAt, WireNumber length, int adjust, int maxFrame, ChecksumForm? checksum = null) =>
        new(new HeaderFraming(lengthAt, length, adjust) { Checksum = checksum }, maxFrame);

    /// <summary>A wire whose messages end where their last field ends.</summary>
    public static WireFormat Fields(MeasureFrame measure, int maxFrame, ChecksumForm? checksum = null) =>
        new(new FieldFraming(measure) { Checksum = checksum }, maxFrame);

    /// <summary>A wire whose messages all have as many bytes, with the checksum.</summary>
    public static WireFormat Fixed(int size, ChecksumForm? checksum = null) => new(new FixedFraming(size) { Checksum = checksum }, size);

    /// <summary>A wire whose messages a delimiter ends, which stuffing keeps out of them.</summary>
    public static WireFormat Stuffed(Stuffing stuffing, int maxFrame, ChecksumForm? checksum = null) =>
        new(new StuffedFraming(StuffingForm.Of(stuffing)) { Checksum = checksum }, maxFrame);

    /// <summary>A wire whose messages stand between two bytes that they do not hold.</summary>
    public static WireFormat Marked(byte start, byte end, int maxFrame, ChecksumForm? checksum = null) =>
        new(new MarkedFraming(start, end) { Checksum = checksum }, maxFrame);

    /// <summary>A wire whose messages are values of a union, and whose commands are lists of it.</summary>
    /// <param name="envelope">The union.</param>
    /// <param name="maxFrame">The longest message.</param>
    /// <param name="maxArguments">The most words after a verb.</param>
    /// <param name="inline">A command may also be a line of words.</param>
    public static WireFormat Envelope(EnvelopeForm envelope, int maxFrame, int maxArguments, bool inline) =>
        new(new EnvelopeFraming(envelope, inline), maxFrame) { MaxArguments = maxArguments };

    /// <summary>The same wire, whose answers repeat some of so many first bytes of what they answer.</summary>
    public WireFormat Echoing(int bytes) => new(Framing, MaxFrame) { MaxArguments = MaxArguments, HeadEchoed = bytes };

    /// <summary>The same wire with another limit on a frame's length.</summary>
    /// <param name="bytes">The most bytes; -1: any number.</param>
    public WireFormat WithMaxFrame(int bytes) => bytes == MaxFrame ? this : With(bytes < 0 ? int.MaxValue : bytes, MaxArguments);

    /// <summary>The same wire with another limit on the words after a verb.</summary>
    /// <param name="words">The most words; -1: any number.</param>
    public WireFormat WithMaxArguments(int words) => words == MaxArguments ? this : With(MaxFrame, words < 0 ? int.MaxValue : words);

    private WireFormat With(int maxFrame, int maxArguments) =>
        new(Framing, maxFrame) { NewLine = NewLine, Legacy = Legacy, MaxArguments = maxArguments, HeadEchoed = HeadEchoed };

    private static Encoding? LegacyOf(string encoding)
    {
        if (encoding == "utf-8") return null;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(encoding, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
