using System.Globalization;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing;

/// <summary>A message of bytes as rows: where each field stands, how large it is, what it may be.</summary>
internal static class ByteLayout
{
    public static IReadOnlyList<LayoutRow> Of(
        ProtocolDescription protocol, IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, long? tag)
    {
        var rows = new List<LayoutRow>();
        int? bits = 0;
        foreach (var step in steps)
        {
            var field = fields.FirstOrDefault(one => one.Name == step.Field) ?? new FieldDescription { Name = step.Title(), Kind = "" };
            var size = step.When is null ? BitsOf(protocol, step) : null;
            rows.Add(new LayoutRow(Offset(bits), Size(protocol, step), step.Title(), Type(step, field), string.Join("; ", Values(step, field, tag))));
            bits += size;
        }

        return rows;
    }

    private static string Offset(int? bits) => bits switch
    {
        null => "",
        { } known when known % 8 == 0 => (known / 8).ToString(CultureInfo.InvariantCulture),
        { } known => string.Create(CultureInfo.InvariantCulture, $"{known / 8}, bit {7 - known % 8}"),
    };

    // Null: it varies.
    private static int? BitsOf(ProtocolDescription protocol, StepDescription step) => step.Step switch
    {
        "number" when step.Number is { } number => NumberWords.BitsOf(number),
        "block" when step.Extent is { Kind: "fixed" } extent => 8 * extent.Size,
        "record" => protocol.Records.FirstOrDefault(record => record.Name == step.Record)?.Steps
            .Select(part => part.When is null ? BitsOf(protocol, part) : null).Aggregate((int?)0, (all, one) => all + one),
        _ => null,
    };

    private static string Size(ProtocolDescription protocol, StepDescription step) => BitsOf(protocol, step) switch
    {
        null => step.Extent is { Kind: "rest" } ? "the rest" : "varies",
        { } bits when bits % 8 == 0 => (bits / 8).ToString(CultureInfo.InvariantCulture),
        1 => "1 bit",
        { } bits => string.Create(CultureInfo.InvariantCulture, $"{bits} bits"),
    };

    private static string Type(StepDescription step, FieldDescription field) => step.Step switch
    {
        "number" => $"{(field.Kind is "bool" or "enum" or "real" ? $"{field.Type.TrimEnd('?')}, " : "")}{NumberWords.Of(step.Number ?? new NumberDescription { Bits = 8 })}",
        "block" => $"{(field.Kind == "bytes" ? "bytes" : "text")}{Extent(step.Extent, "bytes")}",
        "items" => $"list of {Item(step.Item, field)}{Extent(step.Extent, "items")}",
        "record" => step.Record,
        _ => step.Union,
    };

    private static string Item(StepDescription? item, FieldDescription field) => item switch
    {
        { Step: "record" } => item.Record,
        { Step: "union" } => item.Union,
        { Step: "number", Number: { } number } => NumberWords.Of(number),
        { Step: "block" } => $"{(field.Item == "Bytes" ? "bytes" : "text")}{Extent(item.Extent, "bytes")}",
        _ => field.Item,
    };

    private static string Extent(ExtentDescription? extent, string what) => extent switch
    {
        { Kind: "prefixed", Prefix: { } prefix } => $" behind their number ({NumberWords.Of(prefix)}){(extent.After.Length > 0 ? $", then {NumberWords.Shown(extent.After)}" : "")}",
        { Kind: "fixed" } when what == "items" => string.Create(CultureInfo.InvariantCulture, $", {extent.Size} of them"),
        { Kind: "terminated" } => $" up to {NumberWords.Shown(extent.End)}",
        { Kind: "rest" } => " up to the end",
        _ => "",
    };

    private static IEnumerable<string> Values(StepDescription step, FieldDescription field, long? tag)
    {
        if (step.Role == "tag" && tag is { } value) yield return string.Create(CultureInfo.InvariantCulture, $"{value}");
        else if (step.Expect is { } expect) yield return ValueWords.Text(expect);
        if (step.Role == "length") yield return "the bytes behind it, computed";
        if (step.Role == "echo") yield return "an answer has that of its command";
        foreach (var words in ValueWords.Of(field)) yield return words;
        if (field.Nullable && step.When is null) yield return "may be absent";
        if (step.When is { } when) yield return $"there when {ValueWords.When(when)}";
        if (field.Secret) yield return "secret";
    }
}

/// <summary>One field of a layout.</summary>
/// <param name="Offset">In bytes; empty behind a field whose size varies.</param>
internal sealed record LayoutRow(string Offset, string Size, string Field, string Type, string Values)
{
    /// <summary><c>kind:4 bits</c>.</summary>
    public string OnOneLine()
    {
        var type = Type.Split(" behind ")[0].Split(" up to ")[0];
        var fixedValue = long.TryParse(Values.Split(';')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? string.Create(CultureInfo.InvariantCulture, $"={value}") : "";
        return $"<{Grammar.FieldName(Field)}:{type}{fixedValue}>";
    }
}
