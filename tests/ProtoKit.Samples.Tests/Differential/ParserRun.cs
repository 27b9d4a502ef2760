using System.Buffers;
using ProtoKit;
using ProtoKit.Reference;
using ProtoKit.Wire;

namespace Samples.Tests;

/// <summary>Feeds a stream to a generated parser in pieces, as a connection would, and notes what it makes of it.</summary>
/// <param name="subject">The protocol.</param>
/// <param name="bytes">The stream.</param>
/// <param name="cuts">Where one piece ends and the next begins, in order.</param>
internal sealed class ParserRun(Subject subject, byte[] bytes, IReadOnlyList<int> cuts)
{
    private readonly ReadOnlySequence<byte> stream = Pieces.Of(bytes, cuts);
    private readonly WireInput input = new(subject.Wire);
    private readonly List<string> events = [];
    private int fed;

    public Said Read()
    {
        Ending? ending = null;
        while (ending is null) ending = Step();
        var said = new Said(events, input.Consumed, ending.Value);
        input.Release();
        return said;
    }

    private Ending? Step()
    {
        if (input.NeedsMore) return Feed() ? null : input.Unread.IsEmpty ? Ending.BetweenCommands : Ending.CutShort;
        return subject.TryRead(input, out var command) switch
        {
            ReadStatus.Done => Take(command!),
            ReadStatus.Fault => Refused(),
            _ => null,
        };
    }

    private Ending? Take(object command)
    {
        var message = MessageWriting.Of(command);
        // The body makes room in the buffer that the fields may point into; the number of lines is known when they have come.
        var head = message.Tail is LineTail ? null : message.Write(subject.Wire);
        if (message.Tail is Body body)
        {
            if (TakeBytes(body.Length!.Value) is not { } data) return Ending.CutShort;
            events.Add(Said.Command(message.Name, head, data));
        }
        else if (message.Tail is LineTail lines)
        {
            if (TakeLines(lines) is { } ending) return ending;
            events.Add(Said.Command(message.Name, message.Write(subject.Wire), MessageWriting.Write(lines, subject.Wire)));
        }
        else
        {
            events.Add(Said.Command(message.Name, head, default));
        }

        return message.Closes ? Ending.Closed : null;
    }

    private Ending? Refused()
    {
        var fault = input.Fault;
        events.Add(Said.Fault(FaultCode.Of(fault.Kind)));
        if (FaultCode.Closes(fault.Kind) || fault.Skip is < 0 or > Interpreter.SkipAtMost) return Ending.Closed;
        return TakeBytes(fault.Skip) is null ? Ending.CutShort : null;
    }

    private byte[]? TakeBytes(long length)
    {
        var taken = new List<byte>();
        while (taken.Count < length)
        {
            if (input.Unread.IsEmpty && !Feed()) return null;
            var some = input.Unread.Slice(0, Math.Min(input.Unread.Length, length - taken.Count));
            taken.AddRange(some.ToArray());
            input.Skip(some.Length);
        }

        return [.. taken];
    }

    private Ending? TakeLines(LineTail lines)
    {
        while (true)
        {
            var status = lines.Read(input, -1);
            if (status == ReadStatus.Done) return null;
            if (status == ReadStatus.NeedMore && !Feed()) return Ending.CutShort;
            if (status != ReadStatus.Fault) continue;
            events.Add(Said.Fault(FaultCode.Of(input.Fault.Kind)));
            return Ending.Closed;
        }
    }

    private bool Feed()
    {
        if (fed > cuts.Count) return false;
        var end = fed < cuts.Count ? cuts[fed] : bytes.Length;
        fed++;
        input.Feed(stream.Slice(input.Consumed, end - input.Consumed));
        return true;
    }
}
