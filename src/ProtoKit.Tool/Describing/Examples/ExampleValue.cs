using System.Globalization;
using System.Text.Json;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Describing.Wireshark;

namespace ProtoKit.Tool.Describing.Examples;

/// <summary>A plain value that a field may have.</summary>
internal static class ExampleValue
{
    public static long Number(ProtocolDescription protocol, FieldDescription field, JsonElement? expect)
    {
        if (Rules.Number(expect) is { } only) return only;
        if (Rules.Number(field.Rules.Least) is { } least) return least;
        if (field.Rules.OneOf is [var first, ..] && Rules.Number(first) is { } one) return one;
        if (protocol.Enum(field.Type)?.Values is [var word, ..]) return word;
        return 0;
    }

    /// <summary>The field's own name in small letters, as short as the field has to be.</summary>
    public static string Text(FieldDescription field)
    {
        var text = field.Name.ToLowerInvariant();
        if (field.Rules.OneOf is [var first, ..]) return first;
        var most = field.Rules.MaxBytes > 0 ? field.Rules.MaxBytes : field.MaxBytes > 0 ? field.MaxBytes : text.Length;
        return text.Length > most ? text[..most] : text;
    }

    /// <summary>As a word on a line.</summary>
    public static string Word(ProtocolDescription protocol, FieldDescription field, string kind, string type) => kind switch
    {
        "bool" => "true",
        "integer" => Math.Max(1, Number(protocol, field, null)).ToString(CultureInfo.InvariantCulture),
        "real" => "1.5",
        "enum" => protocol.Enum(type)?.Words.FirstOrDefault() ?? Text(field),
        "time" => type.TrimEnd('?') switch { "DateOnly" => "2026-01-31", "TimeOnly" => "12:30:00", _ => "2026-01-31T12:30:00Z" },
        _ => Text(field),
    };
}
