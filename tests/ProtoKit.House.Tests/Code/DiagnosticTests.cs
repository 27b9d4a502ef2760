using System.Reflection;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator;

namespace ProtoKit.House.Tests.Code;

/// <summary>Whoever is told an id finds a page about it, and a test that says when it is told.</summary>
public sealed class DiagnosticTests
{
    private const string Pages = "docs/diagnostics/";

    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors = [.. typeof(ProtocolGenerator).Assembly.GetTypes()
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
        .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    public static TheoryData<string> Ids => [.. Descriptors.Select(descriptor => descriptor.Id)];

    [Fact]
    public void No_two_diagnostics_share_an_id() => Assert.Equal(Descriptors.Count, Descriptors.Select(descriptor => descriptor.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_a_page(string id)
    {
        var descriptor = Descriptors.Single(one => one.Id == id);

        Assert.Equal($"docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
        Assert.Contains(id, Repository.Text($"{Pages}{id}.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_diagnostic_has_a_test(string id) => Assert.Contains(
        Repository.In("tests/ProtoKit.Generator.Tests/", ".cs"),
        file => Repository.Text(file).Contains($"\"{id}\"", StringComparison.Ordinal));

    [Fact]
    public void No_page_is_about_an_id_that_nothing_reports()
    {
        var pages = Repository.In(Pages, ".md").Select(Path.GetFileNameWithoutExtension).Where(name => name!.StartsWith("PK", StringComparison.Ordinal));

        Findings.None(pages.Except(Descriptors.Select(descriptor => descriptor.Id)));
    }

    [Fact]
    public void A_diagnostic_names_the_trouble_and_the_cure()
    {
        var terse = Descriptors
            .Select(descriptor => (descriptor.Id, Text: descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            .Where(one => !one.Text.Contains(". ", StringComparison.Ordinal) || !one.Text.EndsWith('.'));

        Findings.None(terse);
    }
}
