using System.Buffers;
using ProtoKit;
using ProtoKit.Reference;
using ProtoKit.Wire;

namespace Samples.Tests;

/// <summary>Feeds a stream to a generated parser in pieces, as a connection would, and notes what it makes of it.</summary>
/// <param name="subject">The protocol.</param>
/// <param name="bytes">The stream.</param>
/// <param name="cuts">Where one piece ends and the next begins, in order.</param>
internal sealed class ByteRun(ByteSubject subject, byte[] bytes, IReadOnlyList<int> cuts)
{
    private readonly ReadOnlySequence<byte> stream = Pieces.Of(bytes, cuts);
    private readonly WireInput input = new(subject.Wire);
    private readonly List<string> events = [];
    private int fed;

    public Said Read()
    {
        Ending? ending = null;
        while (ending is null) ending = Step();
        // Where a fault closes, whatever is left is nobody's; what was read ends where the faulty frame begins.
        var lost = ending == Ending.Closed && events[^1].StartsWith("refused", StringComparison.Ordinal);
        var said = new Said(events, lost ? input.Fault.Offset : input.Consumed, ending.Value);
        input.Release();
        return said;
    }

    private Ending? Step()
    {
        if (input.NeedsMore) return Feed() ? null : input.Unread.IsEmpty ? Ending.BetweenCommands : Ending.CutShort;
        switch (subject.TryRead(input, out var command))
        {
            case ReadStatus.Done:
                var message = ByteMessage.Of(command!.GetType());
                events.Add(Said.Command(message.Name, message.Write(command, subject.Wire), default));
                return message.Closes ? Ending.Closed : null;
            case ReadStatus.Fault:
                events.Add(Said.Fault(FaultCode.Of(input.Fault.Kind)));
                return FaultCode.Closes(input.Fault.Kind) || input.Fault.Skip < 0 ? Ending.Closed : null;
            default:
                return null;
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
