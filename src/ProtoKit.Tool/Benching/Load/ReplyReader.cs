using System.Buffers;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>What a reply turned out to be.</summary>
internal enum ReplyVerdict
{
    /// <summary>The same bytes as in the rehearsal.</summary>
    Expected,

    /// <summary>The declared reply, with other bytes.</summary>
    Declared,

    /// <summary>A fault of the protocol.</summary>
    Fault,

    /// <summary>It goes on.</summary>
    Partial,

    /// <summary>Neither, so that nobody knows where it ends.</summary>
    Broken,
}

/// <summary>Reads replies that are not the expected bytes, by the steps of their description.</summary>
internal sealed class ReplyReader(Script script)
{
    private readonly WireFormat format = DescribedWire.FormatOf(script.Protocol);
    private readonly StepReader reader = new(script.Protocol);
    private readonly FaultReader faults = new(script.Protocol);
    private readonly MessageDescription reply = script.Protocol.Message(script.Command.Reply)!;

    /// <summary>Judges the first reply of <paramref name="received"/>; <paramref name="used"/> is its length once it is whole.</summary>
    public ReplyVerdict Read(ReadOnlyMemory<byte> received, out int used, out ProtocolFault? fault)
    {
        (used, fault) = (0, null);
        var input = new WireInput(format) { HoldsAnswers = true };
        input.Feed(new ReadOnlySequence<byte>(received));
        var status = input.ReadFrame(out var frame);
        if (status != ReadStatus.Done) return status == ReadStatus.NeedMore ? ReplyVerdict.Partial : ReplyVerdict.Broken;

        // An echo's reply may be anything, so what could be a fault is one.
        if (faults.TryRead(frame, out fault))
        {
            used = (int)input.Consumed;
            return ReplyVerdict.Fault;
        }

        var fields = DescribedWire.FieldsOf(format, frame);
        if (!reader.Matches(ref fields, reply) || !reader.TryRead(ref fields, reply, out _, out var tail)) return ReplyVerdict.Broken;
        var verdict = Tail(input, tail);
        used = (int)input.Consumed;
        return verdict;
    }

    private static ReplyVerdict Tail(WireInput input, MessageTail? tail)
    {
        switch (tail)
        {
            case null:
                return ReplyVerdict.Declared;
            case LineTail lines:
                var status = lines.Read(input, -1);
                return status == ReadStatus.Done ? ReplyVerdict.Declared
                    : status == ReadStatus.NeedMore ? ReplyVerdict.Partial
                    : ReplyVerdict.Broken;
            case Body { Length: { } length }:
                if (input.Unread.Length < length) return ReplyVerdict.Partial;
                input.Skip(length);
                return ReplyVerdict.Declared;
            default:
                // Only silence ends it, and under load there is none.
                return ReplyVerdict.Broken;
        }
    }
}
