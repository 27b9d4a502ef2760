using System.Text.RegularExpressions;

namespace ProtoKit.House.Tests.Documents;

/// <summary>A block of C# in a page. One marked <c>csharp fragment</c> is a piece that does not stand alone.</summary>
internal sealed partial record Snippet(string Page, int Line, string Text)
{
    private const string Support = "samples/Ftp/Files/";

    /// <summary>The whole snippets of a page, in order.</summary>
    public static IReadOnlyList<Snippet> Of(string page)
    {
        var text = Repository.Text(page).ReplaceLineEndings("\n");
        return [.. Block().Matches(text)
            .Where(match => match.Groups["mark"].Value.Trim() == "csharp")
            .Select(match => new Snippet(page, text.AsSpan(0, match.Index).Count('\n') + 2, match.Groups["code"].Value))];
    }

    /// <summary>The sources that a page may lean on: it says so in a comment.</summary>
    public static IEnumerable<string> SupportOf(string page) =>
        Repository.Text(page).Contains($"<!-- snippets lean on {Support} -->", StringComparison.Ordinal) ? Repository.In(Support, ".cs") : [];

    [GeneratedRegex("^```(?<mark>[^\n]*)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
