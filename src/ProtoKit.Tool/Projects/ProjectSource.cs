namespace ProtoKit.Tool.Projects;

/// <summary>What a PATH turned out to be.</summary>
internal enum ProjectForm
{
    /// <summary>A <c>.csproj</c>.</summary>
    Project,

    /// <summary>A file-based <c>.cs</c>.</summary>
    File,

    /// <summary>A built <c>.dll</c>.</summary>
    Assembly,
}

/// <summary>A project that was found, not yet built.</summary>
/// <param name="Path">Absolute.</param>
internal sealed record ProjectSource(string Path, ProjectForm Form);
