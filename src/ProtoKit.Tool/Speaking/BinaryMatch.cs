using System.Text.Json;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>How a frame of bytes is told to be one message and not another: by its tag, and by what the header says for it.</summary>
internal static class BinaryMatch
{
    public static bool Matches(ref FieldReader fields, ProtocolDescription protocol, MessageDescription message)
    {
        if (UnionOf(message) is { } union) return protocol.Union(union)?.Cases.Any(Begins(fields.PeekBits(0, 8))) ?? false;
        foreach (var (at, step) in Constants(message))
        {
            var number = step.Number!;
            var said = number.IsLittle() && number.Bits > 8 ? fields.PeekLittle(at / 8, number.Bits) : fields.PeekBits(at, number.Bits);
            if (said != Expected(step)) return false;
        }

        return true;
    }

    /// <summary>The union that the whole message is; null when it is none.</summary>
    public static string? UnionOf(MessageDescription message) =>
        message is { IsBinary: true, Steps: [{ Step: "union", Field.Length: 0 } only] } ? only.Union : null;

    /// <summary>The bits at the front that the question looks at.</summary>
    public static int Reach(MessageDescription message) => Constants(message).Select(at => at.At + at.Step.Number!.Bits).DefaultIfEmpty(0).Max();

    /// <summary>The only number that may stand there; null: any.</summary>
    public static long? Expected(StepDescription step) =>
        step.Expect is { ValueKind: JsonValueKind.Number } only && only.TryGetInt64(out var number) ? number : null;

    private static Func<CaseDescription, bool> Begins(long tag) => one => one.Tag == tag;

    // The numbers at the front that have one value and stand at a fixed place.
    private static IEnumerable<(int At, StepDescription Step)> Constants(MessageDescription message)
    {
        var at = 0;
        foreach (var step in message.Steps)
        {
            if (step is not { Step: "number", Number: { Form: "fixed" or "bits" } number }) yield break;
            if (step.Field.Length == 0 && Expected(step) is not null) yield return (at, step);
            at += number.Bits;
        }
    }
}
