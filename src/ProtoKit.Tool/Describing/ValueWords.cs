using System.Globalization;
using System.Text.Json;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Describing;

/// <summary>What a value has to be beyond its type, and when it is there.</summary>
internal static class ValueWords
{
    /// <param name="protocol">Where an enum's words are said too; null: they are not.</param>
    public static IEnumerable<string> Of(FieldDescription field, ProtocolDescription? protocol = null)
    {
        if (field.Kind == "enum" && protocol?.Enum(field.Type) is { } words) yield return $"one of {string.Join(", ", words.Words)}";
        var rules = field.Rules;
        if (rules is { Least: { } least, Most: { } most }) yield return $"{least} to {most}";
        if (rules.OneOf.Count > 0) yield return $"one of {string.Join(", ", rules.OneOf)}";
        if (rules.MaxBytes > 0 && rules.MaxBytes != field.MaxBytes) yield return $"at most {ByteSize.Show(rules.MaxBytes)}";
        if (rules.AtLeast > 0) yield return rules.AtLeast == 1 ? "at least 1 item" : string.Create(CultureInfo.InvariantCulture, $"at least {rules.AtLeast} items");
    }

    public static string When(WhenDescription when)
    {
        var name = when.Part.Length > 0 ? $"{when.Member}.{when.Part}" : when.Member;
        var compares = when.Comparison switch { "notEqual" => "is not", "less" => "is less than", "greater" => "is more than", _ => "is" };
        return string.Create(CultureInfo.InvariantCulture, $"{name} {compares} {when.Value}");
    }

    public static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
