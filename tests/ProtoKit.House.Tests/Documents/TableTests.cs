using System.Text.RegularExpressions;
using ProtoKit.Hosting;

namespace ProtoKit.House.Tests.Documents;

/// <summary>The tables of the guide say what the code does.</summary>
public sealed partial class TableTests
{
    private static readonly string Faults = Repository.Text("docs/guide/faults.md");

    [Fact]
    public void The_table_of_kinds_is_the_enum()
    {
        var kinds = Enum.GetValues<FaultKind>().Where(kind => kind > FaultKind.Any);
        var expected = kinds.Select(kind => (FaultCode.Of(kind), FaultCode.Closes(kind) ? "closes" : "stays"));

        var told = Row().Matches(Section("## Kinds")).Select(row => (row.Groups["name"].Value, row.Groups["last"].Value.Split(',')[0]));

        Assert.Equal(expected, told);
    }

    [Fact]
    public void The_table_of_limits_is_the_options_with_their_defaults()
    {
        var expected = LimitOptions.Of(Limits.Default).Select(limit => (limit.Name, limit.Value));

        var told = Row().Matches(Section("## Limits")).Select(row => (row.Groups["name"].Value, row.Groups["second"].Value));

        Assert.Equal(expected, told);
    }

    [Fact]
    public void The_readme_counts_the_kinds() =>
        Assert.Contains($"| {Enum.GetValues<FaultKind>().Count(kind => kind > FaultKind.Any)} kinds", Repository.Text("README.md"), StringComparison.Ordinal);

    private static string Section(string heading)
    {
        var start = Faults.IndexOf(heading, StringComparison.Ordinal);
        var end = Faults.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return Faults[start..(end < 0 ? Faults.Length : end)];
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \| (?<second>[^|]*?) \| ([^|\n]*\| )*?(?<last>[^|\n]*?) ?\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
