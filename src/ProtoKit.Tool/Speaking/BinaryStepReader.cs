using System.Globalization;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Reads steps of bytes, as the emitted parser does.</summary>
internal sealed class BinaryStepReader(ProtocolDescription protocol)
{
    /// <summary>Reads all steps of a message, or of a part of one, whose own tag nobody has looked at then.</summary>
    public void Read(
        ref FieldReader fields, IReadOnlyList<FieldDescription> all, IReadOnlyList<StepDescription> steps, Dictionary<string, object?> values, bool isPart = false)
    {
        foreach (var step in steps)
        {
            if (all.FirstOrDefault(one => one.Name == step.Field) is not { } field) Unheld(ref fields, step, isPart);
            else if (step.When is { } when && !Condition.Holds(protocol, when, all, values)) values[field.Name] = null;
            else values[field.Name] = One(ref fields, step, field);
        }
    }

    /// <summary>One of the union's cases; null when it is none, which <paramref name="fields"/> knows then.</summary>
    public PartValue? Union(ref FieldReader fields, string name, string shown)
    {
        PartValue? value = null;
        fields.Deeper(shown);
        var tag = fields.Big<byte>(shown);
        var union = protocol.Union(name);
        if (fields.IsLost || union?.Cases.FirstOrDefault(one => one.Tag == tag) is not { } found) fields.UnknownCase(shown);
        else value = new PartValue(found.Name, found.Fields, Part(ref fields, found.Fields, found.Steps), union);
        fields.Shallower();
        return value;
    }

    private Dictionary<string, object?> Part(ref FieldReader fields, IReadOnlyList<FieldDescription> all, IReadOnlyList<StepDescription> steps)
    {
        var values = new Dictionary<string, object?>();
        Read(ref fields, all, steps, values, isPart: true);
        return values;
    }

    // A header's number that the message does not hold, or a tag.
    private static void Unheld(ref FieldReader fields, StepDescription step, bool isPart)
    {
        if (step is not { Step: "number", Number: { } number }) return;
        var shown = Grammar.FieldName(step.Name);
        var read = NumberCalls.Read(ref fields, number, shown);
        if (BinaryMatch.Expected(step) is not { } only || read == only) return;
        if (step.Role != "tag") fields.Expect(false, shown, only.ToString(CultureInfo.InvariantCulture));
        else if (isPart) fields.UnknownCase(shown);
    }

    private object? One(ref FieldReader fields, StepDescription step, FieldDescription field) => step.Step switch
    {
        "items" => Items(ref fields, step, field),
        "block" => Block(ref fields, step, field, field.Kind, mayBeNull: field.Nullable && step.When is null),
        _ => Value(ref fields, step, field, field.Kind, field.Type),
    };

    private object? Items(ref FieldReader fields, StepDescription step, FieldDescription field)
    {
        var shown = Grammar.FieldName(field.Name);
        var extent = step.Extent ?? new ExtentDescription();
        var count = extent.Size;
        if (extent is { Kind: "prefixed", Prefix: { } prefix })
        {
            var said = NumberCalls.Length(ref fields, prefix, shown);
            if (!field.Nullable || step.When is not null || prefix.Form != "digits") count = fields.Items(shown, said);
            else if (!fields.ItemsUnlessNull(shown, said, out count)) return null;
        }

        var items = new List<object?>();
        while (extent.Kind == "rest" ? fields.CanCut : items.Count < count && !fields.IsLost) items.Add(Item(ref fields, step.Item!, field));
        fields.Enough(items.Count >= field.Rules.AtLeast, shown, $"has fewer than {field.Rules.AtLeast} items");
        return step.Item?.Step is "record" or "union" ? items.OfType<PartValue>().ToArray() : items.OfType<string>().ToArray();
    }

    private object? Item(ref FieldReader fields, StepDescription item, FieldDescription field) => item.Step == "block"
        ? Block(ref fields, item, field, field.ItemKind, mayBeNull: false)
        : Value(ref fields, item, field, field.ItemKind, field.Item);

    private static string? Block(ref FieldReader fields, StepDescription step, FieldDescription field, string kind, bool mayBeNull)
    {
        var shown = Grammar.FieldName(field.Name);
        var extent = step.Extent ?? new ExtentDescription();
        switch (extent)
        {
            case { Kind: "prefixed", Prefix: { } prefix }:
                var length = NumberCalls.Length(ref fields, prefix, shown);
                if (!mayBeNull || prefix.Form != "digits") fields.Cut(shown, length);
                else if (!fields.CutUnlessNull(shown, length)) return null;
                break;
            case { Kind: "fixed" }:
                fields.Cut(shown, extent.Size);
                if (kind != "bytes") fields.TrimEnd((byte)extent.Pad);
                break;
            case { Kind: "terminated" }:
                fields.CutUntil(shown, NumberCalls.Utf8(extent.End));
                break;
            default:
                fields.Rest(shown);
                break;
        }

        var text = kind == "bytes" ? Printable.Of(fields.Text) : fields.String(shown);
        var bytes = fields.Text.Length;
        if (extent.After.Length > 0) fields.Literal(NumberCalls.Utf8(extent.After));
        if (step.Expect?.GetString() is { } only) fields.Expect(text == only, shown, $"\"{only}\"");
        if (FieldRules.Broken(field, text, bytes) is { } reason) fields.Rule(false, shown, reason);
        return text;
    }

    private object? Value(ref FieldReader fields, StepDescription step, FieldDescription field, string kind, string type)
    {
        var shown = Grammar.FieldName(field.Name);
        switch (step.Step)
        {
            case "record" when protocol.Record(step.Record) is { } record:
                return new PartValue(record.Name, record.Fields, Part(ref fields, record.Fields, record.Steps));
            case "union":
                return Union(ref fields, step.Union, shown);
            case "number" when step.Number is { } number:
                var text = Number(ref fields, number, kind, type, shown);
                if (BinaryMatch.Expected(step) is { } only)
                    fields.Expect(EnumWords.Number(protocol, kind, type, text) == only, shown, only.ToString(CultureInfo.InvariantCulture));
                if (FieldRules.Broken(field, text, bytes: 0) is { } reason) fields.Rule(false, shown, reason);
                return text;
            default:
                return null;
        }
    }

    private string Number(ref FieldReader fields, NumberDescription number, string kind, string type, string shown)
    {
        switch (kind)
        {
            case "real":
                return NumberCalls.Real(ref fields, number, shown).ToString("R", CultureInfo.InvariantCulture);
            case "bool":
                var isTrue = number.Form == "fixed" ? fields.Bool8(shown) : NumberCalls.Read(ref fields, number, shown) != 0;
                return isTrue ? "true" : "false";
            case "enum":
                var value = NumberCalls.Read(ref fields, number, shown);
                var word = EnumWords.Word(protocol, type, value);
                fields.Defined(word is not null, shown);
                return word ?? value.ToString(CultureInfo.InvariantCulture);
            default:
                var whole = NumberCalls.Read(ref fields, number, shown);
                if (!IntegerRange.Holds(type, whole)) fields.Rule(false, shown, $"is no {type.TrimEnd('?')}");
                return whole.ToString(CultureInfo.InvariantCulture);
        }
    }
}
