using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Answering;

/// <summary>One request and its answer as a JSON document.</summary>
internal static class AnswerJson
{
    /// <param name="answer">Null when there is none.</param>
    /// <param name="fault">Null unless the server refused.</param>
    /// <param name="body">What became of the answer's body; null when it has none.</param>
    public static string Of(Request request, Heard? answer, ProtocolFault? fault, ReceivedBytes? body, TimeSpan elapsed)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("type", "call");
            json.WriteBoolean("ok", fault is null);
            json.WritePropertyName("request");
            Message(json, request.Command.Message, request.Command.Values, null);
            json.WriteStartArray("replies");
            if (answer is not null) Message(json, answer.Message, answer.Values, body, answer.Case?.Name);
            json.WriteEndArray();
            if (fault is not null) Fault(json, fault);
            json.WriteNumber("elapsedMs", Math.Round(elapsed.TotalMilliseconds, 1));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length);
    }

    /// <summary>What the server said unasked.</summary>
    public static string OfPush(Heard heard)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("type", "push");
            json.WriteString("name", heard.Message.Name);
            Fields(json, heard.Message, heard.Values, null);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length);
    }

    private static void Fault(Utf8JsonWriter json, ProtocolFault fault)
    {
        json.WriteStartObject("fault");
        json.WriteString("code", fault.Code);
        json.WriteString("message", fault.Message);
        if (fault is SaidFault { Heard: var heard })
        {
            json.WriteString("name", heard.Message.Name);
            Fields(json, heard.Message, heard.Values, null);
        }

        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, MessageDescription message, IReadOnlyDictionary<string, object?> values, ReceivedBytes? body, string? union = null)
    {
        json.WriteStartObject();
        json.WriteString("name", message.Name);
        if (union is not null) json.WriteString("case", union);
        Fields(json, message, values, body);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, MessageDescription message, IReadOnlyDictionary<string, object?> values, ReceivedBytes? body)
    {
        json.WriteStartObject("fields");
        foreach (var field in message.Fields)
        {
            if (values.GetValueOrDefault(field.Name) is not { } value) continue;
            json.WritePropertyName(Grammar.FieldName(field.Name));
            if (field.Secret) json.WriteStringValue("***");
            else Value(json, field.Kind, value, body, field.ItemKind);
        }

        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, string kind, object value, ReceivedBytes? body, string itemKind = "")
    {
        switch (value)
        {
            case string text when kind is "integer" || (kind is "real" && char.IsAsciiDigit(text[^1])):
                json.WriteRawValue(text);
                break;
            case string text when kind == "bool":
                json.WriteBooleanValue(text == "true");
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case PartValue part:
                PartJson.Write(json, part, Value);
                break;
            case IEnumerable<PartValue> parts:
                json.WriteStartArray();
                foreach (var part in parts) PartJson.Write(json, part, Value);
                json.WriteEndArray();
                break;
            case IEnumerable<string> words:
                json.WriteStartArray();
                foreach (var word in words) Value(json, kind == "items" ? itemKind : "text", word, null);
                json.WriteEndArray();
                break;
            case HeardLines lines:
                json.WriteStartArray();
                foreach (var line in lines.Lines) Line(json, line);
                json.WriteEndArray();
                break;
            case Body sent:
                Bytes(json, body, sent);
                break;
        }
    }

    private static void Line(Utf8JsonWriter json, Heard line)
    {
        json.WriteStartObject();
        foreach (var (field, value) in line.Fields)
        {
            if (value is null) continue;
            json.WritePropertyName(Grammar.FieldName(field.Name));
            if (field.Secret) json.WriteStringValue("***");
            else Value(json, field.Kind, value, null);
        }

        json.WriteEndObject();
    }

    private static void Bytes(Utf8JsonWriter json, ReceivedBytes? received, Body body)
    {
        json.WriteStartObject();
        if ((received?.Count ?? body.Length) is { } count) json.WriteNumber("bytes", count);
        if (received?.File is { } file) json.WriteString("file", file);
        if (received?.Kept is { } kept)
        {
            if (Utf8.IsValid(kept.Span)) json.WriteString("text", kept.Span);
            else json.WriteBase64String("b64", kept.Span);
        }

        json.WriteEndObject();
    }
}
