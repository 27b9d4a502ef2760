namespace ProtoKit.Tool.Projects;

/// <summary>
/// The assembly that an earlier build left, when nothing in the project's folder is younger. Asking the SDK takes two seconds, which is
/// too long for a verb that only wants the description.
/// </summary>
internal static class RecentOutput
{
    /// <summary>Null when it takes a build to know.</summary>
    public static BuiltProject? Of(ProjectSource source, string configuration)
    {
        if (source.Form != ProjectForm.Project) return null;

        var folder = Path.GetDirectoryName(source.Path)!;
        var output = Path.Join(folder, "bin", configuration);
        if (!Directory.Exists(output)) return null;

        var name = Path.GetFileNameWithoutExtension(source.Path) + ".dll";
        var builds = Directory.GetDirectories(output, "net*").Select(framework => Path.Join(framework, name)).Where(File.Exists).ToArray();
        return builds is [var assembly] && Youngest(folder) < File.GetLastWriteTimeUtc(assembly)
            ? new BuiltProject(source, assembly, null, [])
            : null;
    }

    private static DateTime Youngest(string folder) => new DirectoryInfo(folder)
        .EnumerateFiles("*.cs*", new EnumerationOptions { RecurseSubdirectories = true })
        .Where(file => !IsOutput(Path.GetRelativePath(folder, file.FullName)))
        .Max(file => (DateTime?)file.LastWriteTimeUtc) ?? DateTime.MaxValue;

    private static bool IsOutput(string path) => path.Split(Path.DirectorySeparatorChar) is ["bin" or "obj", ..];
}
