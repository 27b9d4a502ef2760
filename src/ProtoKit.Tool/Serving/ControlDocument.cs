using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Serving;

/// <summary>What the server process is told first, over the control stream.</summary>
/// <param name="Workers">How many processes serve; 0: it was not said.</param>
internal sealed record ControlDocument(
    int V,
    string Type,
    IReadOnlyList<ListenEntry> Listen,
    IReadOnlyList<string> Protocols,
    string Model,
    int Workers,
    IReadOnlyList<string> Set,
    IReadOnlyList<string> Limit,
    long DrainMs,
    string Trace,
    bool BindAny)
{
    public const string Stop = """{"type":"stop"}""";

    /// <summary>Asks who is connected; an event of the same name answers.</summary>
    public const string Connections = """{"type":"connections"}""";

    public const string Abort = """{"type":"abort"}""";

    public string ToJson() => JsonSerializer.Serialize(this, ControlJson.Default.ControlDocument);
}

/// <param name="Protocol">Its name.</param>
internal sealed record ListenEntry(string Protocol, string Url);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ControlDocument))]
internal sealed partial class ControlJson : JsonSerializerContext;
