namespace ProtoKit.Tool.Emitting;

/// <summary>How a folder differs from what is emitted, in one file.</summary>
/// <param name="Status"><c>differs</c>, <c>new</c> (not in the folder) or <c>stale</c> (no longer emitted).</param>
/// <param name="FirstLine">The first line that differs, from 1; null unless the file is on both sides.</param>
internal sealed record FileDifference(string Name, string Status, int? FirstLine, string? Had, string? Emitted)
{
    /// <summary>Compares the emitted files with the <c>*.g.cs</c> files of the folder, which need not exist.</summary>
    public static IReadOnlyList<FileDifference> Between(IReadOnlyList<EmittedFile> emitted, string folder)
    {
        var had = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.g.cs", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            : [];
        var stale = had.Keys.Except(emitted.Select(file => file.Name)).Select(name => new FileDifference(name, "stale", null, null, null));
        return [.. emitted.Select(file => Of(file, had.GetValueOrDefault(file.Name))).OfType<FileDifference>().Concat(stale)
            .OrderBy(difference => difference.Name, StringComparer.Ordinal)];
    }

    private static FileDifference? Of(EmittedFile file, string? path)
    {
        if (path is null) return new FileDifference(file.Name, "new", null, null, null);

        // A checkout may have turned the line ends; that is no difference.
        var had = Lines(File.ReadAllText(path));
        var emitted = Lines(file.Text);
        var same = had.Zip(emitted).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == had.Length && same == emitted.Length
            ? null
            : new FileDifference(file.Name, "differs", same + 1, had.ElementAtOrDefault(same), emitted.ElementAtOrDefault(same));
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');
}
