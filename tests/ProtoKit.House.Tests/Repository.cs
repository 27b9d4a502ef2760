using System.Reflection;

namespace ProtoKit.House.Tests;

/// <summary>The files of this repository, without what builds and runs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] Leftovers = ["bin", "obj", ".git", ".vs", ".idea", "artifacts", "TestResults", "library"];

    public static string Root { get; } = Path.GetFullPath(typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Repository").Value!);

    /// <summary>Every file, by its path from the root with forward slashes, in order.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below("").Order(StringComparer.Ordinal)];

    /// <summary>Every folder, likewise.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        [.. Files.SelectMany(Parents).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The files of a folder with this extension.</summary>
    public static IEnumerable<string> In(string folder, string extension) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal));

    public static string Full(string file) => Path.Join(Root, file);

    public static string Text(string file) => File.ReadAllText(Full(file));

    public static string[] Lines(string file) => File.ReadAllLines(Full(file));

    private static IEnumerable<string> Below(string folder)
    {
        var full = Full(folder);
        var files = Directory.GetFiles(full).Where(file => !file.Contains(".received.", StringComparison.Ordinal)).Select(file => Path.Join(folder, Path.GetFileName(file)));
        var inner = Directory.GetDirectories(full)
            .Where(child => !Leftovers.Contains(Path.GetFileName(child)) && !File.Exists(Path.Join(child, ".git")))
            .SelectMany(child => Below(Path.Join(folder, Path.GetFileName(child))));
        return files.Concat(inner).Select(file => file.Replace('\\', '/'));
    }

    private static IEnumerable<string> Parents(string file)
    {
        for (var slash = file.LastIndexOf('/'); slash > 0; slash = file.LastIndexOf('/', slash - 1)) yield return file[..slash];
    }
}
