using System.Text.RegularExpressions;

namespace ProtoKit.House.Tests.Names;

/// <summary>What is not in the solution is neither built nor tested by anybody.</summary>
public sealed partial class SolutionTests
{
    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var listed = Listed().Matches(Repository.Text("ProtoKit.sln")).Select(match => match.Groups["path"].Value.Replace('\\', '/')).ToHashSet();
        var projects = Repository.In("", ".csproj").ToHashSet();

        Findings.None(projects.Except(listed).Select(project => $"{project} is not listed"));
        Findings.None(listed.Except(projects).Select(project => $"{project} is not there"));
    }

    [GeneratedRegex("""
        ^Project\([^)]*\) = "[^"]*", "(?<path>[^"]*\.csproj)"
        """, RegexOptions.Multiline)]
    private static partial Regex Listed();
}
