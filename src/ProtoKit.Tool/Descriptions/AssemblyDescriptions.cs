using System.Text.Json.Nodes;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Descriptions;

/// <summary>The protocols that an assembly, and the assemblies beside it that it uses, declare and serve.</summary>
internal static class AssemblyDescriptions
{
    private const string ProtocolKey = "ProtoKit.Protocol:";
    private const string ServerKey = "ProtoKit.Server:";
    private const string Runtime = "ProtoKit.Runtime";

    /// <summary>In the order of their names; throws when there is none.</summary>
    public static IReadOnlyList<ProtocolDescription> Read(string path, string shown)
    {
        var app = AssemblyMetadata.Of(path) ?? throw new ToolError(ExitCode.NoProtocol, "not-an-assembly", $"{shown} is not a .NET assembly");
        var values = Used(path, app).Append(app).SelectMany(assembly => assembly.Values).ToArray();
        var protocols = values.Where(pair => pair.Key.StartsWith(ProtocolKey, StringComparison.Ordinal))
            // A server's assembly describes the protocol that it serves, as does the one that declares it.
            .DistinctBy(pair => pair.Key)
            .Select(pair => Describe(pair, values, shown))
            .OrderBy(protocol => protocol.Name, StringComparer.Ordinal)
            .ToArray();
        return protocols.Length > 0 ? protocols : throw None(app, shown);
    }

    // A contract may live in a project of its own, which a client shares.
    private static IEnumerable<AssemblyMetadata> Used(string path, AssemblyMetadata app) => app.References
        .Where(name => name != Runtime)
        .Select(name => Path.Join(Path.GetDirectoryName(path), name + ".dll"))
        .Where(File.Exists)
        .Select(AssemblyMetadata.Of)
        .OfType<AssemblyMetadata>()
        .Where(used => used.References.Contains(Runtime));

    private static ProtocolDescription Describe(KeyValuePair<string, string> protocol, KeyValuePair<string, string>[] values, string shown)
    {
        var document = DescriptionDocument.Parse(protocol.Value, shown);
        var servers = values.Where(pair => pair.Key == ServerKey + document["class"])
            .Select(pair => (JsonNode)DescriptionDocument.Parse(pair.Value, shown))
            .ToArray();
        if (servers.Length > 0) document["servers"] = new JsonArray(servers);
        return DescriptionDocument.Read(document, shown);
    }

    private static ToolError None(AssemblyMetadata app, string shown) => new(ExitCode.NoProtocol, "no-protocol", $"{shown} declares no protocol")
    {
        Facts = app.References.Contains(Runtime)
            ? ["ProtoKit.Runtime is referenced, but nothing was generated: is there a [Protocol] class, and is it partial?"]
            : ["it does not reference ProtoKit.Runtime"],
    };
}
