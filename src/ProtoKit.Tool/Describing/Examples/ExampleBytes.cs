using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Examples;

/// <summary>A message of bytes with plain values: the least that is allowed, the first of several, a field's own name as its text.</summary>
internal sealed class ExampleBytes(ProtocolDescription protocol)
{
    private const int Deepest = 4;

    private readonly Dictionary<string, long> values = [];
    private BitString output = new();
    private long length;
    private int depth;

    /// <summary>Null when it cannot be computed here: behind stuffing, or with a checksum.</summary>
    public byte[]? Of(MessageDescription message)
    {
        var wire = protocol.Wire;
        if (wire.Checksum is not null || wire.Framing?.Kind is "stuffed" or "marked" or "fixed") return null;

        // Once to learn how long it is, and once more to say so.
        Write(message);
        if (wire.Framing is not { Kind: "header" } framing) return output.ToArray();
        var before = framing.LengthAt + (framing.Length?.Form == "varInt" ? 1 : (framing.Length?.Bits ?? 16) / 8);
        length = output.Length - before + framing.Adjust;
        Write(message);
        return framing.Length?.Form == "varInt" && length > 127 ? null : output.ToArray();
    }

    private void Write(MessageDescription message)
    {
        output = new BitString();
        values.Clear();
        Steps(message.Fields, message.Steps, "", message.Tag);
    }

    private void Steps(IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, string owner, long? tag)
    {
        foreach (var step in steps)
        {
            if (step.When is { } when && !Holds(when)) continue;
            var field = fields.FirstOrDefault(one => one.Name == step.Field) ?? new FieldDescription { Name = step.Title(), Kind = "integer" };
            Step(step, field, owner, tag);
        }
    }

    private void Step(StepDescription step, FieldDescription field, string owner, long? tag)
    {
        switch (step.Step)
        {
            case "number":
                var value = step.Role == "length" ? length : step.Role == "tag" && tag is { } own ? own : ExampleValue.Number(protocol, field, step.Expect);
                values[owner + step.Title()] = value;
                Number(step.Number ?? new NumberDescription { Bits = 8 }, value);
                break;
            case "block":
                Block(step.Extent ?? new ExtentDescription(), step.Expect is { ValueKind: System.Text.Json.JsonValueKind.String } text
                    ? text.GetString()! : ExampleValue.Text(field));
                break;
            case "record":
                var record = protocol.Records.FirstOrDefault(one => one.Name == step.Record);
                if (record is not null) Steps(record.Fields, record.Steps, $"{step.Title()}.", null);
                break;
            case "items":
                Items(step, field);
                break;
            case "union" when protocol.Union(step.Union)?.Cases is [var first, ..]:
                output.Bits(first.Tag, 8);
                Steps(first.Fields, first.Steps, "", null);
                break;
        }
    }

    // One item is enough to see the form; none where lists are in lists.
    private void Items(StepDescription step, FieldDescription field)
    {
        var count = step.Extent is { Kind: "fixed" } extent ? extent.Size : depth < Deepest ? 1 : 0;
        if (step.Extent is { Kind: "prefixed", Prefix: { } prefix }) Number(prefix, count);
        depth++;
        var item = field with { Kind = field.ItemKind.Length > 0 ? field.ItemKind : field.Item is "string" ? "text" : "integer", Name = field.Name, Type = field.Item };
        for (var at = 0; at < count && step.Item is not null; at++)
        {
            if (protocol.Message(step.Item.Record) is { } message) Steps(message.Fields, message.Steps, "", message.Tag);
            else Step(step.Item, item, "", null);
        }

        depth--;
    }

    private void Number(NumberDescription number, long value)
    {
        if (number.Form == "varInt") output.VarInt(number.ZigZag ? (value << 1) ^ (value >> 63) : value, number.IsLittle());
        else if (number.Form == "digits") output.Digits(value, number.End);
        else if (number.Form == "fixed" && number.IsLittle()) output.Little(value, number.Bits / 8);
        else output.Bits(value, number.Bits);
    }

    private void Block(ExtentDescription extent, string text)
    {
        if (extent is { Kind: "prefixed", Prefix: { } prefix }) Number(prefix, System.Text.Encoding.UTF8.GetByteCount(text));
        if (extent.Kind == "fixed") text = (text.Length > extent.Size ? text[..extent.Size] : text).PadRight(extent.Size, (char)extent.Pad);
        output.Text(text);
        output.Text(extent.Kind == "terminated" ? extent.End : extent.After);
    }

    private bool Holds(WhenDescription when)
    {
        if (!values.TryGetValue(when.Part.Length > 0 ? $"{when.Member}.{when.Part}" : when.Member, out var value)) return false;
        return when.Comparison switch { "notEqual" => value != when.Value, "less" => value < when.Value, "greater" => value > when.Value, _ => value == when.Value };
    }
}
