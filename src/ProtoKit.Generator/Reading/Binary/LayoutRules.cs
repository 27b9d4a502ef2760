using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Bits end at whole bytes, and nothing stands behind what takes the rest.</summary>
internal static class LayoutRules
{
    /// <param name="wholeBytes">The record ends at a whole byte; a part may end within one, where more bits follow.</param>
    public static bool Check(ProtocolScope scope, IReadOnlyList<BinaryField> fields, bool wholeBytes)
    {
        var bits = 0;
        BinaryField? greedy = null;
        foreach (var field in fields)
        {
            if (greedy is not null)
            {
                scope.Report(field.Place, FieldProblems.AfterRest, field.Name, greedy.Name);
                return false;
            }

            if (Odd(scope, field.Step) is { } odd)
            {
                scope.Report(field.Place, BinaryProblems.BrokenByte, "what follows " + field.Name, Constants.Digits(odd));
                return false;
            }

            var size = Bits(scope, field.Step);
            if (MayBreak(field.Step) && size is not null) bits += size.Value;
            else if (bits % 8 != 0)
            {
                scope.Report(field.Place, BinaryProblems.BrokenByte, field.Name, Constants.Digits(bits % 8));
                return false;
            }

            if (!IsGreedy(scope, field.Step)) continue;
            greedy = field;
            if (scope.Wire is not { Kind: WireKind.Binary, Framing.Kind: FramingKind.Fields }) continue;
            // Nothing says where the rest ends but the fields themselves.
            scope.Report(field.Place, BinaryProblems.NoExtent, field.Name, field.Step is ItemsStep ? "[Count(16)] or [Repeat(n)]" : "[Prefixed16], [Fixed(n)] or [Terminated]");
            return false;
        }

        if (!wholeBytes || bits % 8 == 0) return true;
        scope.Report(fields[fields.Count - 1].Place, BinaryProblems.BrokenByte, "the end", Constants.Digits(bits % 8));
        return false;
    }

    // It leaves nothing for what comes behind it.
    private static bool IsGreedy(ProtocolScope scope, BinaryStep step) => step switch
    {
        BlockStep { Extent.Kind: ExtentKind.Rest } or ItemsStep { Extent.Kind: ExtentKind.Rest } => true,
        ItemsStep items => IsGreedy(scope, items.Item),
        RecordStep part => scope.Parts.Find(part.Record)?.Steps.LastOrDefault() is BinaryStep last && IsGreedy(scope, last),
        _ => false,
    };

    // Bits, and records, which may be of bits, go on within a byte.
    private static bool MayBreak(BinaryStep step) => step is { When: null } and (NumberStep { Number.Form: NumberForm.Bits } or RecordStep);

    /// <summary>How many bits the step always has; null when that depends.</summary>
    public static int? Bits(ProtocolScope scope, BinaryStep step) => step switch
    {
        NumberStep { Number.Form: NumberForm.Fixed or NumberForm.Bits } number => number.Number.Bits,
        BlockStep { Extent.Kind: ExtentKind.Fixed } block => block.Extent.Size * 8,
        RecordStep part when scope.Parts.Find(part.Record) is { } model => Total(scope, model.Steps),
        _ => null,
    };

    // What may be absent, or come again, stands in bytes of its own: how many of its bits are in the last of them, when that is not full.
    private static int? Odd(ProtocolScope scope, BinaryStep step)
    {
        var repeated = step is ItemsStep items ? items.Item : step.When is null ? null : step;
        return repeated is null || Bits(scope, repeated) % 8 is null or 0 ? null : Bits(scope, repeated) % 8;
    }

    private static int? Total(ProtocolScope scope, IEnumerable<Step> steps)
    {
        var sizes = steps.OfType<BinaryStep>().Select(step => step.When is null ? Bits(scope, step) : null).ToList();
        return sizes.Any(size => size is null) ? null : sizes.Sum();
    }
}
