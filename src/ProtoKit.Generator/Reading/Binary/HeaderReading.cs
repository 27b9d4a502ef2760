using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>The header that every message of a binary wire begins with, with its fields; or a tag of one byte.</summary>
internal sealed record HeaderReading(string Name, IReadOnlyList<BinaryField> Fields, int TagAt, NumberModel? TagForm)
{
    private const string AddTag = "Mark one field with [Tag]";

    /// <summary>A tag of one byte, as messages have it that no header is declared for.</summary>
    public static readonly HeaderReading TagOnly = new("", [], 0, new(NumberForm.Fixed, 8));

    public HeaderModel Model => new(TagAt, TagForm?.Bits ?? 0, TagForm is { LittleEndian: true });

    /// <summary>The field of this name.</summary>
    public BinaryField? Find(string name) => Fields.FirstOrDefault(field => field.Name == name);

    /// <summary>Reads the record that [Frame] names; null, after a report, when it cannot be a header.</summary>
    public static HeaderReading? Read(ProtocolScope scope, AppliedAttribute frame)
    {
        if (frame.TypeArgument is not INamedTypeSymbol { IsRecord: true } record || !SymbolEqualityComparer.Default.Equals(record.ContainingType, scope.Symbol))
        {
            scope.Report(frame.Place, BinaryProblems.BadHeader, frame.TypeArgument?.Shown() ?? "?", $"it is no record of '{scope.Name}'", "Nest it there");
            return null;
        }

        if (BinaryFieldReader.ReadAll(scope, record) is not { } fields || !LayoutRules.Check(scope, fields, wholeBytes: true)) return null;
        var place = record.Place();
        var tags = fields.Where(field => Role(field) == NumberRole.Tag).ToList();
        if (tags.Count > 1) return Bad($"'{tags[0].Name}' and '{tags[1].Name}' are both tags", "Keep one");
        if (fields.Count(field => Role(field) == NumberRole.Length) > 1) return Bad("it has two lengths", "Keep one");
        if (fields.FirstOrDefault(field => field.Step is BlockStep or ItemsStep or UnionStep or RecordStep || field.Step.When is not null) is { } odd)
            return Bad($"'{odd.Name}' is no plain number", "Move it to the messages");
        if (tags.Count == 0) return new(record.Name, fields, 0, null);
        if (At(scope, fields, tags[0]) is not { } at) return Bad($"'{tags[0].Name}' has no fixed place", "Move [Tag] before what varies in length");
        if (((NumberStep)tags[0].Step).Number is { Form: NumberForm.Fixed or NumberForm.Bits } form) return new(record.Name, fields, at, form);
        return Bad($"'{tags[0].Name}' varies in length", AddTag + " of fixed size");

        HeaderReading? Bad(string trouble, string cure)
        {
            scope.Report(place, BinaryProblems.BadHeader, record.Name, trouble, cure);
            return null;
        }
    }

    /// <summary>How frames end by this header: by its length, or behind a message's last field; null after a report.</summary>
    public FramingModel? Framing(ProtocolScope scope)
    {
        if (Fields.FirstOrDefault(field => Role(field) == NumberRole.Length) is not { } length) return new(FramingKind.Fields);
        var step = (NumberStep)length.Step;
        if (At(scope, Fields, length) is { } at && at % 8 == 0 && step.Number.Form != NumberForm.Bits)
            return new(FramingKind.Header, at / 8, step.Number, step.Adjust);
        scope.Report(length.Place, BinaryProblems.BadHeader, Name, $"'{length.Name}' does not begin at a fixed byte", "Move [FrameLength] before what varies in length");
        return null;
    }

    /// <summary>Where the field begins, in bits; null when that varies.</summary>
    public static int? At(ProtocolScope scope, IReadOnlyList<BinaryField> fields, BinaryField field)
    {
        var at = 0;
        foreach (var before in fields)
        {
            if (before == field) return at;
            if (LayoutRules.Bits(scope, before.Step) is not { } bits) return null;
            at += bits;
        }

        return null;
    }

    private static NumberRole Role(BinaryField field) => (field.Step as NumberStep)?.Role ?? NumberRole.None;
}
