using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Tests;

/// <summary>Every id has a test file and a page, and what a page shows as wrong and as right is so.</summary>
public partial class DiagnosticPages
{
    private static readonly string Repository = typeof(DiagnosticPages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "Repository").Value!;

    public static TheoryData<string> Ids => [.. Descriptors().Select(descriptor => descriptor.Id)];

    [Fact]
    public void No_id_has_two_meanings() => Assert.Equal(Descriptors().Count, Descriptors().DistinctBy(descriptor => descriptor.Id).Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_id_has_a_test_of_its_own(string id) =>
        Assert.True(File.Exists(Path.Combine(Repository, "tests", "ProtoKit.Generator.Tests", "Diagnostics", id + ".cs")));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_id_has_a_page_whose_examples_are_true(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository, "docs", "diagnostics", id + ".md"));
        var title = Descriptors().Single(descriptor => descriptor.Id == id).Title.ToString(null);
        Assert.StartsWith($"# {id}: {title}\n", page);
        if (id == "PK9001") return;

        var examples = Example().Matches(page).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, examples.Count);
        Assert.Contains(Told(examples[0]), problem => problem.Id == id);
        Assert.Empty(Told(examples[1]));
    }

    [Fact]
    public void Each_message_ends_as_a_sentence_and_names_a_cure() =>
        Assert.All(Descriptors(), descriptor => Assert.Matches(@"[.;] .*\.$", descriptor.MessageFormat.ToString(null)));

    private static IEnumerable<Diagnostic> Told(string example)
    {
        var generated = Run(example);
        return generated.Diagnostics.Concat(generated.Analyzed());
    }

    // Pages leave out what does not matter: the protocol around a message, or the one that a server serves.
    private static Generate Run(string example)
    {
        if (example.Contains(": P.IServer") && !example.Contains("[Protocol("))
            return Declare.Text("""[Command("L")] public readonly partial record struct L : IOneWay;""").And(example).Runs();
        var isWhole = example.Contains("[Protocol(") || example.Contains("namespace ");
        return (isWhole ? Declare.File(example) : Declare.Text(example)).Runs();
    }

    private static List<DiagnosticDescriptor> Descriptors() =>
        [.. typeof(Problem).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Problem).Namespace)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    [GeneratedRegex("```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
