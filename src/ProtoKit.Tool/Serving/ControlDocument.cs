using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Serving;

/// <summary>What the server process is told first, over the control stream.</summary>
internal sealed record ControlDocument(
    int V,
    string Type,
    IReadOnlyList<ListenEntry> Listen,
    IReadOnlyList<string> Protocols,
    string Model,
    IReadOnlyList<string> Set,
    IReadOnlyList<string> Limit,
    long DrainMs,
    string Trace,
    bool BindAny)
{
    public const string Stop = """{"type":"stop"}""";

    public const string Abort = """{"type":"abort"}""";

    public string ToJson() => JsonSerializer.Serialize(this, ControlJson.Default.ControlDocument);
}

/// <param name="Protocol">Its name.</param>
internal sealed record ListenEntry(string Protocol, string Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ControlDocument))]
internal sealed partial class ControlJson : JsonSerializerContext;
