using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Emitting;

/// <summary>What <c>emit --json</c> prints: the files, or with a folder their differences from it.</summary>
internal sealed record EmitDocument(int V, string Type, bool Ok, IReadOnlyList<EmittedFileEntry> Files)
{
    public string ToJson() => JsonSerializer.Serialize(this, EmitJson.Default.EmitDocument);
}

/// <param name="Status">Null for a file that was printed or written.</param>
internal sealed record EmittedFileEntry(string Name, string? Status, int? FirstLine, string? Text);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EmitDocument))]
internal sealed partial class EmitJson : JsonSerializerContext;
