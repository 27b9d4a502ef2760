namespace ProtoKit.Wire;

/// <summary>An escape and another byte stand for the delimiter and for the escape.</summary>
internal sealed class EscapeStuffing : StuffingForm
{
    private readonly byte escape;
    private readonly byte escapedDelimiter;
    private readonly byte escapedEscape;
    private readonly bool turnsBit;

    private EscapeStuffing(string name, byte delimiter, byte escape, byte escapedDelimiter, byte escapedEscape, bool turnsBit)
        : base(name, delimiter) =>
        (this.escape, this.escapedDelimiter, this.escapedEscape, this.turnsBit) = (escape, escapedDelimiter, escapedEscape, turnsBit);

    /// <summary>RFC 1055.</summary>
    public static EscapeStuffing Slip { get; } = new("SLIP", 0xC0, 0xDB, 0xDC, 0xDD, turnsBit: false);

    /// <summary>RFC 1662, section 4.2.</summary>
    public static EscapeStuffing Hdlc { get; } = new("HDLC", 0x7E, 0x7D, 0x5E, 0x5D, turnsBit: true);

    public override long Most(int bytes) => 2L * bytes;

    public override Range? Plain(ReadOnlySpan<byte> stuffed) => stuffed.Contains(escape) ? null : Range.All;

    // RFC 1662 4.3: a frame that ends with the escape was given up, and is dropped in silence.
    public override bool IsAborted(ReadOnlySpan<byte> stuffed) => turnsBit && stuffed[^1] == escape;

    public override int Undo(ReadOnlySpan<byte> stuffed, Span<byte> into)
    {
        var length = 0;
        for (var at = 0; at < stuffed.Length; at++)
        {
            var next = stuffed[at];
            if (next == escape)
            {
                if (++at == stuffed.Length) return -1;
                next = stuffed[at];
                // RFC 1662 4.2: a sender may escape any byte, so that a receiver undoes all of them.
                if (turnsBit) next ^= 0x20;
                else if (next == escapedDelimiter) next = Delimiter;
                else if (next == escapedEscape) next = escape;
                else return -1;
            }

            into[length++] = next;
        }

        return length;
    }

    public override int Do(ReadOnlySpan<byte> frame, Span<byte> into)
    {
        var length = 0;
        foreach (var next in frame)
        {
            var escapes = next == Delimiter || next == escape;
            if (escapes) into[length++] = escape;
            into[length++] = !escapes ? next : next == escape ? escapedEscape : escapedDelimiter;
        }

        return length;
    }
}
