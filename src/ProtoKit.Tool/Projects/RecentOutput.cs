namespace ProtoKit.Tool.Projects;

/// <summary>
/// The assembly that an earlier build left, found without the SDK. Asking the SDK takes a second or two, which is too long for a verb that only wants
/// the description, and for a server that is to be there at once.
/// </summary>
internal static class RecentOutput
{
    // What may say that the output is another one.
    private static readonly string[] Settings = ["Directory.Build.props", "Directory.Build.targets"];

    /// <summary>The output that is younger than all that it is made of; null when it takes a build to know.</summary>
    public static BuiltProject? Of(ProjectSource source, string configuration) =>
        Find(source, configuration) is { } assembly && Youngest(source) < File.GetLastWriteTimeUtc(assembly)
            ? new BuiltProject(source, assembly, null, [])
            : null;

    /// <summary>What the last build of a program left, however old; null when it takes the SDK to know which that is.</summary>
    public static BuiltProject? LastOf(ProjectSource source, string configuration)
    {
        if (Find(source, configuration) is not { } assembly || SettingsOf(source).Any(file => File.GetLastWriteTimeUtc(file) >= File.GetLastWriteTimeUtc(assembly)))
            return null;
        // A library does not say by itself what it runs with.
        var project = new BuiltProject(source, assembly, null, []);
        return project.RuntimeConfig is null ? null : project;
    }

    private static string? Find(ProjectSource source, string configuration)
    {
        if (source.Form != ProjectForm.Project) return null;

        var output = Path.Join(Path.GetDirectoryName(source.Path), "bin", configuration);
        if (!Directory.Exists(output)) return null;

        var name = Path.GetFileNameWithoutExtension(source.Path) + ".dll";
        var builds = Directory.GetDirectories(output, "net*").Select(framework => Path.Join(framework, name)).Where(File.Exists).ToArray();
        return builds is [var assembly] ? assembly : null;
    }

    private static IEnumerable<string> SettingsOf(ProjectSource source)
    {
        yield return source.Path;
        for (var folder = Path.GetDirectoryName(source.Path); folder is not null; folder = Path.GetDirectoryName(folder))
            foreach (var file in Settings.Select(name => Path.Join(folder, name)).Where(File.Exists)) yield return file;
    }

    private static DateTime Youngest(ProjectSource source)
    {
        var folder = Path.GetDirectoryName(source.Path)!;
        return new DirectoryInfo(folder)
            .EnumerateFiles("*.cs*", new EnumerationOptions { RecurseSubdirectories = true })
            .Where(file => !IsOutput(Path.GetRelativePath(folder, file.FullName)))
            .Max(file => (DateTime?)file.LastWriteTimeUtc) ?? DateTime.MaxValue;
    }

    private static bool IsOutput(string path) => path.Split(Path.DirectorySeparatorChar) is ["bin" or "obj", ..];
}
