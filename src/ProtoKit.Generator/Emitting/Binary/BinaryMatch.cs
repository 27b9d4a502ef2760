using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>How a frame of bytes is told to be one message and not another: by its tag, and by what the header says for it.</summary>
internal static class BinaryMatch
{
    /// <summary>As an expression over <c>fields</c>.</summary>
    public static string Condition(Spelling spelling, MessageModel message)
    {
        if (message.IsUnion) return Union(spelling, message);
        var parts = Constants(message).Select(at => $"{Peek(at.At, at.Step.Number)} == {CSharp.Number(at.Step.Expect ?? 0)}").ToList();
        return parts.Count == 0 ? "true" : CSharp.Join(parts, " && ");
    }

    /// <summary>The bits at the front that the question looks at.</summary>
    public static int Reach(MessageModel message) => Constants(message).Select(at => at.At + at.Step.Number.Bits).DefaultIfEmpty(0).Max();

    /// <summary>The expression that sees a number in a frame without reading it.</summary>
    public static string Peek(int at, NumberModel number) => number is { LittleEndian: true, Bits: > 8 }
        ? $"fields.PeekLittle({CSharp.Number(at / 8)}, {CSharp.Number(number.Bits)})"
        : $"fields.PeekBits({CSharp.Number(at)}, {CSharp.Number(number.Bits)})";

    // The numbers at the front that have one value and stand at a fixed place.
    private static IEnumerable<(int At, NumberStep Step)> Constants(MessageModel message)
    {
        var at = 0;
        foreach (var step in message.Steps)
        {
            if (step is not NumberStep { Number.Form: NumberForm.Fixed or NumberForm.Bits } number) yield break;
            if (number is { Expect: not null, Field: "" }) yield return (at, number);
            at += number.Number.Bits;
        }
    }

    // A fault of the protocol's own is no answer, although it may be a case of the union.
    private static string Union(Spelling spelling, MessageModel message)
    {
        var all = spelling.Protocol.Messages.Where(other => other.Kind == MessageKind.Fault).ToList();
        // What begins with another fault's text is matched by that one too.
        var faults = all
            .Where(fault => !all.Any(other => other.Verb.Length < fault.Verb.Length && fault.Verb.StartsWith(other.Verb, System.StringComparison.Ordinal)))
            .Select(fault => $"!Matches{fault.Name}(ref fields)");
        var union = spelling.Protocol.Unions.First(union => union.Name == message.Name);
        var known = $"fields.PeekBits(0, 8) is {CSharp.Join(union.Cases.Select(one => CSharp.Number(one.Tag)), " or ")}";
        return CSharp.Join(faults.Append(known), " && ");
    }
}
