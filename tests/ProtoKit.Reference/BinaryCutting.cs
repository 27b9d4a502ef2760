using System.Numerics;

namespace ProtoKit.Reference;

/// <summary>What the bytes that have come are the beginning of.</summary>
/// <param name="Bytes">How many of them are used up.</param>
/// <param name="Frame">The frame, without what delimits it and its checksum; null when there is none, only bytes that are passed over, or a fault.</param>
/// <param name="Fault">Why there is no frame.</param>
/// <param name="Closes">Nobody knows where the next one begins.</param>
internal sealed record BinaryCut(int Bytes, byte[]? Frame, string? Fault = null, bool Closes = false);

/// <summary>Finds frames: told all that has come and was not used, each time a byte more.</summary>
internal sealed class BinaryCutting(BinaryProtocol protocol, UserTypes types, BinaryTwist twist)
{
    private readonly BinaryFraming framing = protocol.Wire.Framing;
    private readonly long most = protocol.Wire.MaxFrame + (twist == BinaryTwist.LongerFrame ? 1 : 0);

    private int ChecksumSize => protocol.Wire.Checksum is { } checksum ? BinaryChecksums.SizeOf(checksum) : 0;

    /// <summary>Null: more bytes are needed.</summary>
    public BinaryCut? Cut(byte[] there) => framing.Kind switch
    {
        "header" => Header(there),
        "fixed" => there.Length < framing.Size ? null : Checked(framing.Size, there[..framing.Size]),
        "stuffed" => Stuffed(there),
        "marked" => Marked(there),
        _ => Fields(there),
    };

    private BinaryCut? Header(byte[] there)
    {
        if (there.Length <= framing.LengthAt) return null;
        var bits = new BinaryBits(there[framing.LengthAt..], twist);
        var said = bits.Number(framing.Length!, framing.Length!.Form == "digits" ? "long" : "");
        if (bits.Needed is not null) return null;
        var adjust = twist == BinaryTwist.NoAdjust ? 0 : framing.Adjust - (twist == BinaryTwist.AdjustOffByOne ? 1 : 0);
        if (said is null || said - adjust < ChecksumSize || said < 0) return Lost("bad-length");
        var total = framing.LengthAt + bits.Position + said.Value - adjust;
        if (total > most) return Lost("frame-too-large");
        return there.Length < total ? null : Checked((int)total, there[..(int)total]);
    }

    private BinaryCut? Stuffed(byte[] there)
    {
        var end = Array.IndexOf(there, BinarySealing.DelimiterOf(framing.Stuffing));
        // No more is held than the longest frame can become.
        var longest = framing.Stuffing == "cobs" ? most + (most / 254) + 1 : 2 * most;
        if ((end < 0 ? there.Length : end) > longest) return Lost("frame-too-large");
        if (end < 0) return null;
        var stuffed = there[..end];
        var isAborted = framing.Stuffing == "hdlc" && stuffed.Length > 0 && stuffed[^1] == 0x7D && twist != BinaryTwist.AbortedIsFrame;
        if (isAborted || (stuffed.Length == 0 && twist != BinaryTwist.EmptyIsFrame)) return new(end + 1, null);
        if (Plain(stuffed) is not { } plain) return new(end + 1, null, "bad-argument");
        return plain.Length > most ? Lost("frame-too-large") : Checked(end + 1, plain);
    }

    private byte[]? Plain(byte[] stuffed)
    {
        if (framing.Stuffing == "cobs") return PlainOfCobs(stuffed);
        var escape = framing.Stuffing == "slip" ? 0xDB : 0x7D;
        var plain = new List<byte>();
        for (var at = 0; at < stuffed.Length; at++)
        {
            if (stuffed[at] != escape)
            {
                plain.Add(stuffed[at]);
                continue;
            }

            if (++at == stuffed.Length) return null;
            if (framing.Stuffing == "hdlc") plain.Add((byte)(stuffed[at] ^ 0x20));
            else if (stuffed[at] == 0xDC) plain.Add(0xC0);
            else if (stuffed[at] == 0xDD) plain.Add(0xDB);
            else if (twist != BinaryTwist.AnyEscape) return null;
        }

        return [.. plain];
    }

    private byte[]? PlainOfCobs(byte[] stuffed)
    {
        var plain = new List<byte>();
        for (var at = 0; at < stuffed.Length; at += stuffed[at])
        {
            if (at + stuffed[at] > stuffed.Length) return null;
            if (at > 0 && (stuffed[Behind(at)] < 0xFF || twist == BinaryTwist.ZeroBehindFullRun)) plain.Add(0);
            plain.AddRange(stuffed[(at + 1)..(at + stuffed[at])]);
        }

        return [.. plain];

        // The length of the run before this one.
        int Behind(int place)
        {
            var before = 0;
            while (before + stuffed[before] < place) before += stuffed[before];
            return before;
        }
    }

    private BinaryCut? Marked(byte[] there)
    {
        if (there.Length == 0) return null;
        if (there[0] != framing.Start) return twist == BinaryTwist.BytesBetween ? new(1, null) : Lost("bad-line-ending");
        var end = Array.IndexOf(there, framing.End, 1);
        if ((end < 0 ? there.Length : end) - 1 > most) return Lost("frame-too-large");
        if (end < 0) return null;
        var frame = there[1..end];
        return frame.Contains(framing.Start) && twist != BinaryTwist.StartWithin ? Lost("bad-line-ending") : Checked(end + 1, frame);
    }

    private BinaryCut? Fields(byte[] there)
    {
        if (there.Length == 0) return null;
        var known = BinaryChoice.Of(protocol, protocol.Commands, there);
        if (known.NeedsMore) return null;
        if (known.Message is not { } message) return Lost("unknown-command");
        var reading = new BinaryReading(protocol, types, twist, there);
        reading.Part(message.Part, isNested: false);
        if (reading.Needed is { } needed) return needed + ChecksumSize > most ? Lost("frame-too-large") : null;
        if (reading.IsLost) return Lost(reading.Fault!);
        var total = reading.Position + ChecksumSize;
        if (total > most) return Lost("frame-too-large");
        return there.Length < total ? null : Checked(total, there[..total]);
    }

    private BinaryCut Checked(int used, byte[] frame)
    {
        if (protocol.Wire.Checksum is not { } checksum) return new(used, frame);
        if (frame.Length < ChecksumSize) return Lost("bad-checksum");
        var (plain, sum) = (frame[..^ChecksumSize], frame[^ChecksumSize..]);
        var right = BinaryChecksums.Of(checksum with { Little = checksum.Little != (twist == BinaryTwist.OtherChecksumOrder) }, plain);
        return right.SequenceEqual(sum) || twist == BinaryTwist.AnyChecksum ? new(used, plain) : Lost("bad-checksum");
    }

    private static BinaryCut Lost(string fault) => new(0, null, fault, Closes: true);
}

/// <summary>Which message a frame is: by what stands at its front and has one value.</summary>
internal static class BinaryChoice
{
    /// <summary>The message, or none; or so little has come that nobody knows.</summary>
    public static (BinaryMessage? Message, bool NeedsMore) Of(BinaryProtocol protocol, IEnumerable<BinaryMessage> messages, byte[] frame)
    {
        var needsMore = false;
        foreach (var message in messages)
        {
            var fits = Fits(protocol, message, frame);
            if (fits == true) return (message, false);
            needsMore |= fits is null;
        }

        return (null, needsMore);
    }

    private static bool? Fits(BinaryProtocol protocol, BinaryMessage message, byte[] frame)
    {
        var bits = new BinaryBits(frame, BinaryTwist.None);
        bool? fits = true;
        foreach (var step in message.Part.Steps.TakeWhile(step => step is { Step: "number", Number.Form: "fixed" or "bits" }))
        {
            var value = bits.Number(step.Number!);
            // Where frames have an end of their own, the tag alone tells what a message is.
            var tells = step.Field.Length == 0 && (step.Role == "tag" || protocol.Wire.Framing.Kind == "fields");
            if (!tells || step.Expect is null) continue;
            if (value is null) fits = null;
            else if (value != step.Expect) return false;
        }

        return fits;
    }
}
