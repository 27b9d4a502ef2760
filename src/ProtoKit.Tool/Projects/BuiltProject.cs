namespace ProtoKit.Tool.Projects;

/// <summary>A project whose assembly is there, with what it takes to run it.</summary>
/// <param name="Assembly">The <c>.dll</c>, absolute.</param>
/// <param name="PackageRoot">Where packages are restored to; null when that is not known.</param>
/// <param name="Frameworks">The shared frameworks that the project names, such as <c>Microsoft.AspNetCore.App</c>.</param>
internal sealed record BuiltProject(ProjectSource Source, string Assembly, string? PackageRoot, IReadOnlyList<string> Frameworks)
{
    /// <summary>The <c>.deps.json</c>, or null when the build wrote none.</summary>
    public string? Dependencies => Beside(".deps.json");

    /// <summary>The <c>.runtimeconfig.json</c>, or null: a library has none.</summary>
    public string? RuntimeConfig => Beside(".runtimeconfig.json");

    /// <summary>The folder that it was built into, which is named for the framework unless the project says otherwise.</summary>
    public string Framework => Path.GetFileName(Path.GetDirectoryName(Assembly)!);

    private string? Beside(string extension) => Path.ChangeExtension(Assembly, extension) is var file && File.Exists(file) ? file : null;
}
