using System.Globalization;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Writes steps of bytes, as the emitted writer does.</summary>
internal static class BinaryStepWriter
{
    public static void Write(
        ref FieldWriter writer,
        ProtocolDescription protocol,
        IReadOnlyList<FieldDescription> fields,
        IReadOnlyList<StepDescription> steps,
        IReadOnlyDictionary<string, object?> values)
    {
        var at = 0;
        foreach (var step in steps)
        {
            if (fields.FirstOrDefault(one => one.Name == step.Field) is not { } field) Unheld(ref writer, step, at);
            else if (IsThere(protocol, step, fields, values)) One(ref writer, protocol, step, field, values.GetValueOrDefault(field.Name));
            at = step is { Step: "number", Number: { Form: "fixed" or "bits" } number } && at >= 0 ? at + number.Bits : -1;
        }
    }

    private static bool IsThere(
        ProtocolDescription protocol, StepDescription step, IReadOnlyList<FieldDescription> fields, IReadOnlyDictionary<string, object?> values)
    {
        if (step.When is not { } when) return true;
        var holds = Condition.Holds(protocol, when, fields, values);
        var given = values.GetValueOrDefault(step.Field) is not null;
        var by = Grammar.FieldName(when.Member) + (when.Part.Length > 0 ? "." + Grammar.FieldName(when.Part) : "");
        if (holds != given) throw new NotWritableException(Grammar.FieldName(step.Field), given ? $"is not there unless {by} says so" : $"is missing: {by} says that it is there");
        return holds;
    }

    // What the message does not hold: a tag, the length, what the header always says, what only an answer repeats.
    private static void Unheld(ref FieldWriter writer, StepDescription step, int at)
    {
        if (step is not { Step: "number", Number: { } number }) return;
        var only = BinaryMatch.Expected(step);
        if (step.Role == "length") writer.FrameLength();
        else if (only is null && step.Role is "echo" or "tag" && at >= 0) writer.EchoBits(at, number.Bits);
        else NumberCalls.Write(ref writer, number, Grammar.FieldName(step.Name), only ?? 0);
    }

    private static void One(ref FieldWriter writer, ProtocolDescription protocol, StepDescription step, FieldDescription field, object? value)
    {
        var shown = Grammar.FieldName(field.Name);
        if (value is null)
        {
            if (step.Extent is not { Kind: "prefixed", Prefix: { Form: "digits" } length } || !field.Nullable) throw new NotWritableException(shown, "is missing");
            NumberCalls.Write(ref writer, length, shown, -1);
            return;
        }

        if (step.Step != "items")
        {
            Value(ref writer, protocol, step, field, field.Kind, field.Type, value);
            return;
        }

        var items = ((IEnumerable<object>)value).ToArray();
        if (step.Extent is { Kind: "fixed" } extent) writer.Rule(items.Length == extent.Size, shown, $"does not have {extent.Size} items");
        else if (step.Extent is { Kind: "prefixed", Prefix: { } prefix }) NumberCalls.Write(ref writer, prefix, shown, items.Length);
        foreach (var item in items) Value(ref writer, protocol, step.Item!, field, field.ItemKind, field.Item, item);
    }

    private static void Value(
        ref FieldWriter writer, ProtocolDescription protocol, StepDescription step, FieldDescription field, string kind, string type, object value)
    {
        var shown = Grammar.FieldName(field.Name);
        switch (step.Step)
        {
            case "record" when value is PartValue part && protocol.Record(step.Record) is { } record:
                Write(ref writer, protocol, record.Fields, record.Steps, part.Values);
                break;
            case "number" when value is string text && step.Number is { } number:
                Number(ref writer, protocol, step, number, kind, type, shown, text);
                break;
            case "block" when value is string text:
                if (step.Expect?.GetString() is { } only) writer.Expect(text == only, shown, $"\"{only}\"");
                Block(ref writer, step.Extent ?? new ExtentDescription(), shown, kind == "bytes", text);
                break;
            default:
                throw new NotWritableException(shown, "is one of several records, which this protokit cannot send");
        }
    }

    private static void Number(
        ref FieldWriter writer, ProtocolDescription protocol, StepDescription step, NumberDescription number, string kind, string type, string shown, string text)
    {
        if (kind == "real")
        {
            NumberCalls.WriteReal(ref writer, number, double.Parse(text, CultureInfo.InvariantCulture));
            return;
        }

        var value = EnumWords.Number(protocol, kind, type, text) ?? throw new NotWritableException(shown, "is no number");
        if (BinaryMatch.Expected(step) is { } only) writer.Expect(value == only, shown, only.ToString(CultureInfo.InvariantCulture));
        NumberCalls.Write(ref writer, number, shown, value);
    }

    private static void Block(ref FieldWriter writer, ExtentDescription extent, string shown, bool isBytes, string text)
    {
        var bytes = new Bytes(isBytes ? WrittenBytes.Of(text) : NumberCalls.Utf8(text));
        switch (extent)
        {
            case { Kind: "fixed" } when isBytes:
                writer.Fixed(shown, bytes, extent.Size, (byte)extent.Pad);
                return;
            case { Kind: "fixed" }:
                writer.Fixed(shown, text, extent.Size, (byte)extent.Pad);
                return;
            case { Kind: "terminated" }:
                writer.Terminated(shown, bytes, NumberCalls.Utf8(extent.End));
                return;
            case { Kind: "prefixed", Prefix: { } prefix }:
                NumberCalls.Write(ref writer, prefix, shown, bytes.Length);
                break;
        }

        writer.Raw(shown, bytes);
        if (extent.After.Length > 0) writer.Literal(NumberCalls.Utf8(extent.After));
    }
}
