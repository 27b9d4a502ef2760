using System.Text.Json;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Answering;

/// <summary>A record as an object of its fields; a case of a union says first which it is.</summary>
internal static class PartJson
{
    /// <summary>Writes a value that is there.</summary>
    public delegate void WriteValue(Utf8JsonWriter json, string kind, object value, ReceivedBytes? body, string itemKind);

    public static void Write(Utf8JsonWriter json, PartValue part, WriteValue write)
    {
        json.WriteStartObject();
        if (part.Union is not null) json.WriteString("case", part.Name);
        foreach (var field in part.Fields)
        {
            json.WritePropertyName(Grammar.FieldName(field.Name));
            if (part.Values.GetValueOrDefault(field.Name) is not { } value) json.WriteNullValue();
            else if (field.Secret) json.WriteStringValue("***");
            else write(json, field.Kind, value, null, field.ItemKind);
        }

        json.WriteEndObject();
    }
}
