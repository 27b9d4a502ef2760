using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Errors;

/// <summary>An error as the one JSON line that <c>--json</c> puts on stderr.</summary>
internal sealed record ErrorDocument(
    int V,
    string Type,
    string Code,
    string Message,
    IReadOnlyList<string>? Facts,
    string? Try,
    int Exit)
{
    public static ErrorDocument Of(ToolError error) =>
        new(1, "error", error.Code, error.Message, error.Facts.Count == 0 ? null : error.Facts, error.Try, error.Exit);

    public string ToJson() => JsonSerializer.Serialize(this, ErrorJson.Default.ErrorDocument);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorDocument))]
internal sealed partial class ErrorJson : JsonSerializerContext;
