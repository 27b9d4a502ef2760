using System.Text;

namespace ProtoKit.Reference;

/// <summary>
/// Reads a stream of commands by the rules of the declaration, one byte at a time. Slow and simple; it knows the description and nothing of
/// the parser that it is held against.
/// </summary>
/// <param name="protocol">The protocol.</param>
/// <param name="types">What the protocol's user brought along.</param>
/// <param name="twist">The rule to break.</param>
public sealed class Interpreter(Described protocol, UserTypes types, Twist twist = Twist.None)
{
    /// <summary>The longest body of a refused command that is skipped to keep the connection.</summary>
    public const long SkipAtMost = 256 * 1024;

    // After these the connection cannot go on: nobody knows where the next command begins.
    private static readonly string[] Closing = ["bad-line-ending", "bad-length", "line-too-long"];

    private readonly List<string> events = [];
    private readonly List<byte> line = [];
    private readonly List<byte> tail = [];
    private HeadReading? pending;
    private long bodyLeft;
    private long skipLeft;
    private long linesLeft;
    private long lineCount;
    private long consumed;
    private bool closed;

    /// <summary>Reads all of it.</summary>
    public Said Read(IEnumerable<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (closed) break;
            Take(value);
        }

        var between = line.Count == 0 && pending is null && skipLeft == 0;
        return new Said(events, consumed, closed ? Ending.Closed : between ? Ending.BetweenCommands : Ending.CutShort);
    }

    private void Take(byte value)
    {
        if (skipLeft > 0)
        {
            skipLeft--;
            consumed++;
        }
        else if (bodyLeft > 0)
        {
            tail.Add(value);
            consumed++;
            if (--bodyLeft == 0) Finish();
        }
        else if (value == '\n')
        {
            EndLine();
        }
        else
        {
            line.Add(value);
            if (IsTooLong()) Refuse("line-too-long");
        }
    }

    // Counted are the bytes before the line end, to which the CR of a CR LF belongs.
    private bool IsTooLong()
    {
        var most = protocol.Wire.MaxLine + (twist == Twist.LongerLine ? 1 : 0);
        var mayBeLineEnd = protocol.Wire.NewLine != "lf" && line.Count == most + 1 && line[^1] == '\r';
        return line.Count > most && !mayBeLineEnd;
    }

    private void EndLine()
    {
        var ended = line.ToArray();
        consumed += ended.Length + 1;
        line.Clear();
        if (protocol.Wire.NewLine != "lf" && ended.Length > 0 && ended[^1] == '\r') ended = ended[..^1];
        if (protocol.Wire.NewLine == "crlf" && ended.Contains((byte)'\r') && twist != Twist.LoneCr) Refuse("bad-line-ending");
        // Without the line nobody knows whether a body follows.
        else if (WireText.Decode(protocol.Wire, ended, twist) is not { } text) Refuse("bad-encoding", closes: true);
        else if (pending is not null) TakeLine(text);
        else TakeCommand(text);
    }

    private void TakeCommand(byte[] text)
    {
        var message = protocol.Commands.Where(command => command.Match.Length > 0 && Matches(command, text)).MaxBy(command => command.Verb.Length)
            ?? protocol.Commands.FirstOrDefault(command => command.Match.Length == 0);
        if (message is null)
        {
            // "Doubled, leading or trailing spaces are bad-argument."
            Refuse(text is [(byte)' ', ..] ? "bad-argument" : "unknown-command");
            return;
        }

        var head = new HeadReading(protocol, types, twist, message, text);
        if (head.Fault is { } fault) RefuseCommand(head, fault);
        else Begin(head);
    }

    private void Begin(HeadReading head)
    {
        pending = head;
        tail.Clear();
        lineCount = 0;
        linesLeft = head.LineCount;
        bodyLeft = Math.Max(0, head.BodyLength - (twist == Twist.ShorterBody ? 1 : 0));
        var lines = head.Message.Steps.Any(step => step.Step == "lines");
        if (lines ? linesLeft == 0 : bodyLeft == 0) Finish();
    }

    private void TakeLine(byte[] text)
    {
        var step = pending!.Message.Steps.First(step => step.Step == "lines");
        if (step.Until is { } until && text.SequenceEqual(Encoding.UTF8.GetBytes(until)))
        {
            tail.AddRange([.. WireText.Encode(protocol.Wire, text), .. WireText.End(protocol.Wire)]);
            Finish();
            return;
        }

        var shape = protocol.Messages.First(message => message.Name == step.Line);
        var item = new HeadReading(protocol, types, twist, shape, text);
        if (item.Fault is { } fault || (shape.Verb.Length > 0 && !Matches(shape, text)))
        {
            Refuse(item.Fault ?? "bad-argument", closes: true);
            return;
        }

        tail.AddRange(HeadWriting.Of(protocol, shape, item.Values, -1, -1));
        tail.AddRange(WireText.End(protocol.Wire));
        lineCount++;
        if (--linesLeft == 0) Finish();
    }

    private void Finish()
    {
        var head = pending!;
        pending = null;
        var written = HeadWriting.Of(protocol, head.Message, head.Values, head.BodyLength, lineCount);
        events.Add(Said.Command(head.Message.Name, written, [.. tail]));
        closed |= head.Message.Closes;
    }

    private void RefuseCommand(HeadReading head, string fault)
    {
        if (!head.Message.HasTail) Refuse(fault);
        else if (twist == Twist.BodyAsCommands) Refuse(fault);
        else if (head.BodyLength < 0 || head.BodyLength > SkipAtMost) Refuse(fault, closes: true);
        else Refuse(fault, skip: head.BodyLength);
    }

    private void Refuse(string kind, bool closes = false, long skip = 0)
    {
        events.Add(Said.Fault(kind));
        closed |= closes || Closing.Contains(kind);
        skipLeft = closed ? 0 : skip;
        pending = null;
    }

    private bool Matches(DescribedMessage message, byte[] text)
    {
        var verb = Encoding.UTF8.GetBytes(message.Verb);
        if (text.Length < verb.Length || !text.Take(verb.Length).Zip(verb).All(pair => SameLetter(pair.First, pair.Second))) return false;
        var ends = text.Length == verb.Length;
        return message.Match switch
        {
            "whole" => ends,
            "word" => ends || text[verb.Length] == ' ' || twist == Twist.LongerVerb,
            _ => true,
        };
    }

    private bool SameLetter(byte one, byte other)
    {
        var ignores = protocol.Wire.IgnoreCase != (twist == Twist.OtherCase);
        return one == other || (ignores && one < 0x80 && other < 0x80 && char.ToLowerInvariant((char)one) == char.ToLowerInvariant((char)other));
    }
}
