using System.Text;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Asking;

/// <summary>A value as it was typed, judged by its field's kind before anything is sent.</summary>
internal static class FieldValue
{
    /// <summary>The text that goes on the wire, or a usage error.</summary>
    public static string Check(ProtocolDescription protocol, FieldDescription field, string kind, string type, string text)
    {
        var value = Typed(protocol, field, kind, type, text);
        return FieldRules.Broken(field, value, Bytes(protocol, kind, value)) is { } reason
            ? throw ToolError.Usage($"{Grammar.FieldName(field.Name)}: '{text}' {reason}")
            : value;
    }

    private static int Bytes(ProtocolDescription protocol, string kind, string value) =>
        HasBytes(protocol) && kind == "bytes" ? WrittenBytes.Of(value).Length : Encoding.UTF8.GetByteCount(value);

    private static bool HasBytes(ProtocolDescription protocol) => protocol.Wire.IsBinary || protocol.Wire.IsEnvelope;

    private static string Typed(ProtocolDescription protocol, FieldDescription field, string kind, string type, string text)
    {
        if (kind == "enum") return Word(protocol, field, type, text);
        if (kind == "bool" && protocol.Wire.IsBinary && text is "0" or "1") return text == "1" ? "true" : "false";
        if (kind is not ("integer" or "real" or "bool" or "time")) return text;

        // The reader's own rules, so that what is refused here is what a server would refuse.
        var fields = new FieldReader(Encoding.UTF8.GetBytes(text));
        fields.Rest(field.Name);
        new StepReader(protocol).Value(ref fields, kind, type, field.Name);
        return fields.Succeeded ? text : throw Not(field, text, type);
    }

    private static string Word(ProtocolDescription protocol, FieldDescription field, string type, string text)
    {
        var words = protocol.Enum(type)?.Words ?? [];
        if (words.Count == 0) return text;
        // On a wire of bytes it is a number after all, and flags are several.
        if (protocol.Enum(type) is { Values.Count: > 0 } numbers && (numbers.Flags || long.TryParse(text, out _))
            && EnumWords.Number(protocol, "enum", type, text) is { } number && EnumWords.Word(protocol, type, number) is { } known) return known;
        return words.FirstOrDefault(word => word == text)
            ?? words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Not(field, text, string.Join(", ", words));
    }

    private static ToolError Not(FieldDescription field, string text, string wanted) =>
        ToolError.Usage($"{Grammar.FieldName(field.Name)}: '{text}' is not {wanted}");
}
