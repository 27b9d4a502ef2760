using System.Text.RegularExpressions;

namespace ProtoKit.House.Tests.Documents;

/// <summary>A block of C# in a page. One marked <c>csharp fragment</c> is a piece that does not stand alone.</summary>
internal sealed partial record Snippet(string Page, int Line, string Text)
{
    /// <summary>The whole snippets of a page, in order.</summary>
    public static IReadOnlyList<Snippet> Of(string page)
    {
        var text = Repository.Text(page).ReplaceLineEndings("\n");
        return [.. Block().Matches(text)
            .Where(match => match.Groups["mark"].Value.Trim() == "csharp")
            .Select(match => new Snippet(page, text.AsSpan(0, match.Index).Count('\n') + 2, match.Groups["code"].Value))];
    }

    /// <summary>The sources that a page leans on: it says so in comments, a folder or a file in each.</summary>
    public static IEnumerable<string> SupportOf(string page) =>
        Support().Matches(Repository.Text(page)).SelectMany(match => Repository.In(match.Groups["path"].Value, ".cs"));

    [GeneratedRegex("<!-- snippets lean on (?<path>[^ ]+) -->")]
    private static partial Regex Support();

    [GeneratedRegex("^```(?<mark>[^\n]*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
