namespace ProtoKit.Reference;

/// <summary>
/// Reads a stream of commands on a wire of bytes, or in envelopes, by the rules of the declaration, one byte at a time. It knows the description and
/// nothing of the parser that it is held against.
/// </summary>
/// <param name="protocol">The protocol.</param>
/// <param name="types">What the protocol's user brought along.</param>
/// <param name="twist">The rule to break.</param>
public sealed class BinaryInterpreter(BinaryProtocol protocol, UserTypes types, BinaryTwist twist = BinaryTwist.None)
{
    private readonly BinaryCutting cutting = new(protocol, types, twist);
    private readonly EnvelopeCutting? envelopes = protocol.Wire.Envelope is null ? null : new EnvelopeCutting(protocol, twist);
    private readonly List<string> events = [];
    private readonly List<byte> unread = [];
    private long consumed;
    private bool closed;

    /// <summary>Reads all of it. Where a fault closes, what was consumed ends before the frame that has it.</summary>
    public Said Read(IEnumerable<byte> bytes)
    {
        foreach (var value in bytes)
        {
            unread.Add(value);
            while (!closed && unread.Count > 0 && Cut()) { }
            if (closed) break;
        }

        return new Said(events, consumed, closed ? Ending.Closed : unread.Count == 0 ? Ending.BetweenCommands : Ending.CutShort);
    }

    /// <summary>Reads one message that is no command, from a frame of its own: its canonical bytes, or the fault.</summary>
    public string ReadOne(string name, byte[] frame)
    {
        var message = protocol.Messages.First(one => one.Name == name);
        var reading = new BinaryReading(protocol, types, twist, frame);
        var record = reading.Part(message.Part, isNested: false);
        reading.End(protocol.Wire.Framing.Kind == "fixed");
        return reading.Fault is { } fault ? Said.Fault(fault) : Written(message.Name, record);
    }

    private bool Cut()
    {
        var there = unread.ToArray();
        if (envelopes is not null)
        {
            var envelope = envelopes.Cut(there);
            if (envelope is null) return false;
            var command = envelope.Words is { } words ? EnvelopeReading.Read(protocol, types, twist, words) : null;
            Use(command is { Closes: true } ? 0 : envelope.Bytes, envelope.Fault, envelope.Closes);
            if (command is not null) Take(command);
            return true;
        }

        if (cutting.Cut(there) is not { } cut) return false;
        Use(cut.Bytes, cut.Fault, cut.Closes);
        if (cut.Frame is { } frame) Take(frame);
        return true;
    }

    private void Use(int bytes, string? fault, bool closes)
    {
        unread.RemoveRange(0, bytes);
        consumed += bytes;
        if (fault is not null) events.Add(Said.Fault(fault));
        closed |= closes;
    }

    private void Take(byte[] frame)
    {
        if (BinaryChoice.Of(protocol, protocol.Commands, frame).Message is not { } message)
        {
            events.Add(Said.Fault("unknown-command"));
            closed |= twist == BinaryTwist.UnknownCloses;
            return;
        }

        var reading = new BinaryReading(protocol, types, twist, frame);
        var record = reading.Part(message.Part, isNested: false);
        reading.End(protocol.Wire.Framing.Kind == "fixed");
        events.Add(reading.Fault is { } fault ? Said.Fault(fault) : Written(message.Name, record));
        closed |= reading.Fault is null && message.Closes;
    }

    private void Take(EnvelopeCommand command)
    {
        events.Add(command.Fault is { } fault ? Said.Fault(fault) : Said.Command(command.Message!.Name, EnvelopeWriting.Of(protocol, command.Canonical), default));
        closed |= command.Closes || (command.Fault is null && command.Message!.Closes);
    }

    private string Written(string name, BinaryRecord record) =>
        Said.Command(name, BinarySealing.Seal(protocol.Wire, BinaryWriting.Of(record)), default);
}
