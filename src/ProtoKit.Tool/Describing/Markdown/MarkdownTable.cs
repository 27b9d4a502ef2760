namespace ProtoKit.Tool.Describing.Markdown;

/// <summary>A table; its cells are Markdown already.</summary>
internal static class MarkdownTable
{
    public static void Write(TextWriter output, IReadOnlyList<string> titles, IEnumerable<IReadOnlyList<string>> rows)
    {
        output.Write($"| {string.Join(" | ", titles)} |\n|{string.Concat(titles.Select(_ => "---|"))}\n");
        foreach (var row in rows) output.Write($"| {string.Join(" | ", row)} |\n");
        output.Write('\n');
    }
}
