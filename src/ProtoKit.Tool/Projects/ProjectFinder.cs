using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Projects;

/// <summary>Finds the one project that a PATH means. It never looks upwards.</summary>
/// <param name="verb">For the commands that errors propose.</param>
internal sealed class ProjectFinder(ToolConsole console, string verb)
{
    private const string Forms = "looked for a directory, .csproj, .cs or .dll";

    public ProjectSource Find(string path)
    {
        var full = console.Absolute(path);
        if (Directory.Exists(full)) return InDirectory(path, full);
        return Path.GetExtension(full).ToLowerInvariant() switch
        {
            ".sln" or ".slnx" or ".slnf" when File.Exists(full) => throw Solution(path, full),
            ".csproj" when File.Exists(full) => new ProjectSource(full, ProjectForm.Project),
            ".cs" when File.Exists(full) => new ProjectSource(full, ProjectForm.File),
            ".dll" when File.Exists(full) => new ProjectSource(full, ProjectForm.Assembly),
            _ when File.Exists(full) => throw Error("not-a-project", $"'{path}' is not something to {verb}", null, Forms),
            _ => throw Missing(path, full),
        };
    }

    private ProjectSource InDirectory(string path, string full)
    {
        var projects = Directory.GetFiles(full, "*.csproj");
        if (projects is [var project]) return new ProjectSource(project, ProjectForm.Project);
        if (projects.Length > 1) throw Ambiguous(path, full, projects);

        var files = Directory.GetFiles(full, "*.cs").Where(IsFileBased).ToArray();
        if (files is [var file]) return new ProjectSource(file, ProjectForm.File);
        if (files.Length > 1) throw Ambiguous(path, full, files);

        var below = Below(full);
        throw below.Length > 0
            ? Ambiguous(path, full, below)
            : Error("no-project", $"nothing to {verb} at '{path}'", null, Forms);
    }

    // Only those are meant to be run alone: `#:package`, `#:property`, or a first line for the shell.
    private static bool IsFileBased(string file) => File.ReadLines(file)
        .TakeWhile(line => line.Length == 0 || line[0] == '#' || line.StartsWith("//", StringComparison.Ordinal))
        .Any(line => line.StartsWith("#:", StringComparison.Ordinal) || line.StartsWith("#!", StringComparison.Ordinal));

    private static string[] Below(string directory) =>
        [.. Directory.GetDirectories(directory).SelectMany(child => Directory.GetFiles(child, "*.csproj")).Order(StringComparer.Ordinal)];

    private ToolError Ambiguous(string path, string full, string[] found)
    {
        var names = found.Select(file => Path.GetRelativePath(full, file)).Order(StringComparer.Ordinal).ToArray();
        var first = Path.GetDirectoryName(names[0]) is { Length: > 0 } folder ? folder : names[0];
        var count = names.Length == 1 ? "holds a project only further down" : $"holds {names.Length} projects";
        return Error("ambiguous-project", $"'{path}' {count}", Path.Join(path, first), string.Join(", ", names));
    }

    private ToolError Solution(string path, string full)
    {
        var projects = Below(Path.GetDirectoryName(full)!)
            .Concat(Directory.GetDirectories(Path.GetDirectoryName(full)!).SelectMany(Below))
            .Select(console.Shown).Take(8).ToArray();
        return Error("solution", $"'{path}' is a solution; {verb} takes one project", projects.FirstOrDefault(), projects);
    }

    private ToolError Missing(string path, string full)
    {
        var parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(full));
        var near = parent is null || !Directory.Exists(parent)
            ? null
            : NearestName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(full)), Directory.GetFileSystemEntries(parent).Select(Path.GetFileName)!);
        return near is null
            ? Error("not-found", $"nothing to {verb} at '{path}'", null, Forms)
            : Error("not-found", $"nothing to {verb} at '{path}'", console.Shown(Path.Join(parent, near)), Forms);
    }

    private ToolError Error(string code, string message, string? tryPath, params string[] facts) => new(ExitCode.NotFound, code, message)
    {
        Facts = facts,
        Try = tryPath is null ? null : $"protokit {verb} {tryPath}",
    };
}
