using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProtocolDescription))]
internal sealed partial class DescriptionJson : JsonSerializerContext;
