using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Projects;

/// <summary>The runtimeconfig.json under which a project runs: its own, or one made for a library, which has none.</summary>
internal sealed class RuntimeConfig : IDisposable
{
    private readonly string? made;

    private RuntimeConfig(string path, bool isMade)
    {
        Path = path;
        made = isMade ? path : null;
    }

    public string Path { get; }

    public static RuntimeConfig Of(BuiltProject project)
    {
        if (project.RuntimeConfig is { } own) return new RuntimeConfig(own, isMade: false);

        var frameworks = project.Frameworks.Append("Microsoft.NETCore.App").Distinct()
            .Select(name => new SharedFramework(name, "10.0.0")).ToArray();
        var document = new RuntimeConfigDocument(new RuntimeOptions("net10.0", frameworks));
        var path = System.IO.Path.Join(System.IO.Path.GetTempPath(), $"protokit-{Guid.NewGuid():n}.runtimeconfig.json");
        File.WriteAllText(path, JsonSerializer.Serialize(document, RuntimeConfigJson.Default.RuntimeConfigDocument));
        return new RuntimeConfig(path, isMade: true);
    }

    public void Dispose()
    {
        if (made is not null) File.Delete(made);
    }
}

internal sealed record RuntimeConfigDocument(RuntimeOptions RuntimeOptions);

internal sealed record RuntimeOptions(string Tfm, IReadOnlyList<SharedFramework> Frameworks);

internal sealed record SharedFramework(string Name, string Version);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RuntimeConfigDocument))]
internal sealed partial class RuntimeConfigJson : JsonSerializerContext;
