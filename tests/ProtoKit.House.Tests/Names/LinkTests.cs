using System.Text.RegularExpressions;

namespace ProtoKit.House.Tests.Names;

/// <summary>What a page points at is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.In("", ".md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_resolves(string page)
    {
        var broken = LinksOf(page).Where(link => !Resolves(page, link));

        Findings.None(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_file_that_a_page_names_is_there(string page)
    {
        var missing = FileName().Matches(Fence().Replace(Repository.Text(page), ""))
            .Select(match => match.Groups["name"].Value)
            .Where(name => !name.Contains("Name", StringComparison.Ordinal) && !name.Contains("nnnn", StringComparison.Ordinal))
            .Where(name => !Repository.Files.Any(file => file == name || file.EndsWith('/' + name, StringComparison.Ordinal)));

        Findings.None(missing);
    }

    private static IEnumerable<string> LinksOf(string page) => Link().Matches(Fence().Replace(Repository.Text(page), ""))
        .Select(match => match.Groups["to"].Value)
        .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal));

    private static bool Resolves(string page, string link)
    {
        var (path, anchor) = link.Split('#', 2) is [var before, var after] ? (before, after) : (link, "");
        var target = path.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Join(Path.GetDirectoryName(Repository.Full(page)), path)));
        if (anchor.Length > 0) return File.Exists(Repository.Full(target)) && HeadingsOf(target).Contains(anchor);
        return File.Exists(Repository.Full(target)) || Directory.Exists(Repository.Full(target));
    }

    // As GitHub spells them.
    private static IEnumerable<string> HeadingsOf(string page) => Heading().Matches(Fence().Replace(Repository.Text(page), ""))
        .Select(match => NotInAnchors().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\[[^\]]*\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    // What is emitted or received is not in the repository.
    [GeneratedRegex(@"`(?<name>(?:[\w.-]+/)*[\w-]+(?:\.(?!g\.|verified\.|received\.)[\w-]+)*\.(cs|md|props|csproj|sln|txt))`")]
    private static partial Regex FileName();

    [GeneratedRegex("^#{1,6} (?<text>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
