using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Speaking;

/// <summary>Whether what a declaration makes conditional is there.</summary>
internal static class Condition
{
    /// <param name="fields">The fields of the message, or of the record that the condition stands in.</param>
    /// <param name="values">What they are, as far as they are known.</param>
    public static bool Holds(
        ProtocolDescription protocol, WhenDescription when, IReadOnlyList<FieldDescription> fields, IReadOnlyDictionary<string, object?> values)
    {
        var field = fields.FirstOrDefault(one => one.Name == when.Member);
        var value = values.GetValueOrDefault(when.Member);
        if (when.Part.Length > 0 && value is PartValue part)
        {
            field = part.Fields.FirstOrDefault(one => one.Name == when.Part);
            value = part.Values.GetValueOrDefault(when.Part);
        }

        var number = field is not null && value is string text ? EnumWords.Number(protocol, field.Kind, field.Type, text) ?? 0 : 0;
        return when.Comparison switch
        {
            "notEqual" => number != when.Value,
            "less" => number < when.Value,
            "greater" => number > when.Value,
            _ => number == when.Value,
        };
    }
}
