using System.Text.Json;
using System.Text.Json.Nodes;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Descriptions;

/// <summary>A description as JSON text, to and from the typed records.</summary>
internal static class DescriptionDocument
{
    /// <summary>Reads one protocol; a newer form, or anything else, is an error that names <paramref name="origin"/>.</summary>
    public static ProtocolDescription Read(JsonObject document, string origin)
    {
        var version = document["v"] is JsonValue number && number.TryGetValue<int>(out var v) ? v : 0;
        if (version > ProtocolDescription.Newest)
        {
            throw new ToolError(ExitCode.NoProtocol, "newer-description",
                $"{origin} was built with a newer ProtoKit.Runtime: description {version}, this protokit reads {ProtocolDescription.Newest}")
            {
                Try = "dotnet tool update -g protokit",
            };
        }

        try
        {
            var json = document.ToJsonString();
            var protocol = JsonSerializer.Deserialize(json, DescriptionJson.Default.ProtocolDescription);
            if (version == 1 && protocol is { Name.Length: > 0 }) return protocol with { Json = json };
        }
        catch (JsonException)
        {
            // Falls through to the same complaint: not what a description looks like.
        }

        throw Unreadable(origin);
    }

    /// <summary>Reads what <c>describe --format json</c> wrote: one protocol, or a project of several.</summary>
    public static IReadOnlyList<ProtocolDescription> ReadFile(string path, string shown)
    {
        var document = Parse(File.ReadAllText(path), shown);
        return document["protocols"] is JsonArray protocols
            ? [.. protocols.Select(item => Read(item as JsonObject ?? throw Unreadable(shown), shown))]
            : [Read(document, shown)];
    }

    public static JsonObject Parse(string json, string origin)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw Unreadable(origin);
        }
        catch (JsonException)
        {
            throw Unreadable(origin);
        }
    }

    /// <summary>One document for all: the protocol itself when it is one, else a project that holds them.</summary>
    public static string Write(IReadOnlyList<ProtocolDescription> protocols) => protocols is [var one]
        ? one.Json
        : $$"""{"v":1,"type":"project","protocols":[{{string.Join(',', protocols.Select(protocol => protocol.Json))}}]}""";

    private static ToolError Unreadable(string origin) =>
        new(ExitCode.NoProtocol, "no-description", $"{origin} is not the description of a protocol")
        {
            Try = "protokit describe PATH --format json > protocol.json",
        };
}
