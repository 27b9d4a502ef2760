using System.Numerics;
using System.Text;

namespace ProtoKit.Reference;

/// <summary>Says messages of bytes, or commands in envelopes, at random, by their description; and damages frames before they are sealed.</summary>
/// <param name="protocol">The protocol.</param>
/// <param name="types">What its user brought along.</param>
/// <param name="random">Where the choices come from.</param>
public sealed class BinaryStreamMaker(BinaryProtocol protocol, UserTypes types, Random random)
{
    private readonly BinaryValues values = new(protocol, types, random);

    /// <summary>Some commands in a row. One that closes the conversation comes last, if it comes.</summary>
    /// <param name="commands">How many.</param>
    /// <param name="damaged">Some of them are broken inside, where lengths and checksums are right.</param>
    public byte[] Stream(int commands, bool damaged)
    {
        var all = protocol.Commands.ToArray();
        var open = all.Where(command => !command.Closes).ToArray();
        var bytes = new List<byte>();
        for (var i = 1; i <= commands; i++)
        {
            var command = values.Pick(i < commands ? open : all);
            bytes.AddRange(protocol.Wire.Envelope is null ? Command(command, damaged && random.Next(2) == 0) : Words(command, damaged && random.Next(2) == 0));
        }

        return [.. bytes];
    }

    /// <summary>One message that is bytes: as a frame, and as it goes over the wire.</summary>
    /// <param name="message">The message.</param>
    /// <param name="damaged">It is broken inside.</param>
    public (byte[] Frame, byte[] Sealed) Message(BinaryMessage message, bool damaged)
    {
        while (true)
        {
            values.Beyond = damaged && random.Next(2) == 0;
            var frame = BinaryWriting.Of(values.Record(message.Part), damaged ? step => values.Number(step.Number!) : null);
            if (damaged) frame = Broken(frame);
            var whole = BinarySealing.Seal(Undelimited, frame);
            if (whole.Length <= protocol.Wire.MaxFrame - 4 && IsMarkable(frame)) return (whole, BinarySealing.Seal(protocol.Wire, frame));
        }
    }

    private BinaryWire Undelimited
    {
        get
        {
            var framing = protocol.Wire.Framing;
            var sum = protocol.Wire.Checksum is { } checksum ? BinaryChecksums.SizeOf(checksum) : 0;
            return protocol.Wire with { Checksum = null, Framing = framing with { Kind = framing.Kind == "fixed" ? "fixed" : "", Size = framing.Size - sum } };
        }
    }

    private byte[] Command(BinaryMessage command, bool damaged)
    {
        while (true)
        {
            values.Beyond = damaged && random.Next(2) == 0;
            var frame = BinaryWriting.Of(values.Record(command.Part), step => step.Role == "tag" ? 0 : values.Number(step.Number!));
            // What is beyond what it may be is damaged enough.
            if (damaged && !values.Beyond) frame = Broken(frame);
            var size = frame.Before.Length + frame.Behind.Length + 8;
            if (size > protocol.Wire.MaxFrame || (protocol.Wire.Framing.Kind == "fixed" && size - 8 > protocol.Wire.Framing.Size - 4)) continue;
            var bytes = BinarySealing.Seal(protocol.Wire, frame);
            if (!IsMarkable(frame)) continue;
            return bytes;
        }
    }

    // What marks a frame cannot stand in it, nor in its checksum.
    private bool IsMarkable(BinaryFrame frame)
    {
        var framing = protocol.Wire.Framing;
        if (framing.Kind != "marked") return true;
        var inside = BinarySealing.Seal(protocol.Wire, frame)[1..^1];
        return !inside.Contains(framing.Start) && !inside.Contains(framing.End);
    }

    private BinaryFrame Broken(BinaryFrame frame)
    {
        var behind = frame.Behind.ToList();
        for (var i = random.Next(1, 4); i > 0; i--) BinaryStreamBreaker.BreakOnce(random, behind);
        return frame with { Behind = [.. behind] };
    }

    private byte[] Words(BinaryMessage command, bool damaged)
    {
        var words = new EnvelopeWords(protocol, types, random, values).Of(command);
        if (damaged) EnvelopeWords.Break(random, command, words);
        if (protocol.Wire.Envelope!.Inline && random.Next(4) == 0) return Line(words.OfType<byte[]>());
        return EnvelopeWriting.Of(protocol, words);
    }

    // Typed by somebody who quotes what has to be quoted, and sometimes what has not.
    private byte[] Line(IEnumerable<byte[]> words)
    {
        var line = new List<byte>();
        foreach (var word in words)
        {
            if (line.Count > 0) line.Add((byte)' ');
            if (word.Length > 0 && random.Next(3) > 0 && word.All(letter => letter is > 0x20 and < 0x7F and not ((byte)'"' or (byte)'\''))) line.AddRange(word);
            else line.AddRange(Encoding.ASCII.GetBytes("\"" + string.Concat(word.Select(letter => $"\\x{letter:x2}")) + "\""));
        }

        // A line that begins with the envelope's tag is one.
        if (line.Count > 0 && line[0] == protocol.Unions[protocol.Wire.Envelope!.Union].First(one => one.Name == protocol.Wire.Envelope.List).Tag) line.Insert(0, (byte)' ');
        line.AddRange(random.Next(2) == 0 ? "\r\n"u8 : "\n"u8);
        return [.. line];
    }
}
