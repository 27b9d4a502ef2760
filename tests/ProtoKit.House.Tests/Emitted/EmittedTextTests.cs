using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoKit.House.Tests.Code;

namespace ProtoKit.House.Tests.Emitted;

/// <summary>What the generator writes is laid out as if by hand: users step into it.</summary>
public sealed class EmittedTextTests
{
    private const int MostColumns = 120;

    private static readonly string[] Samples = ["samples/Echo/", "samples/Ftp/"];

    [Fact]
    public void Emitted_text_has_no_tab_and_no_trailing_blank()
    {
        var wrong = Lines().Where(line => line.Text.Contains('\t') || line.Text.EndsWith(' '));

        Findings.None(wrong);
    }

    [Fact]
    public void No_emitted_line_is_over_120_columns_but_for_the_users_own_words()
    {
        var wrong = Sources().SelectMany(source => TooLong(source.Name, source.Text));

        Findings.None(wrong);
    }

    [Fact]
    public void The_samples_say_something()
    {
        var names = Sources().Select(source => source.Name).ToHashSet();

        Assert.Superset(new HashSet<string> { "Samples.Ftp.g.cs", "Samples.FtpClassic.g.cs", "Samples.Echo.g.cs", "Samples.EchoClassic.g.cs" }, names);
    }

    private static IEnumerable<EmittedLine> Lines() => Sources()
        .SelectMany(source => source.Text.ReplaceLineEndings("\n").Split('\n').Select((text, at) => new EmittedLine(source.Name, at + 1, text)));

    private static IEnumerable<(string Name, string Text)> Sources() => Samples
        .SelectMany(folder => GeneratedProject.Of([.. Repository.In(folder, ".cs").Select(file => (Repository.Text(file), file))]).Emitted)
        .Concat(Repository.In("tests/", ".verified.cs").Select(file => (file, Repository.Text(file))));

    // The text of literals (the description among them) and of summaries is the user's.
    private static IEnumerable<EmittedLine> TooLong(string name, string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source);
        var literals = tree.GetRoot().DescendantTokens().Where(token => token.Kind().ToString().Contains("String", StringComparison.Ordinal)).ToArray();
        foreach (var line in tree.GetText().Lines)
        {
            var text = line.ToString();
            var words = literals.Where(literal => literal.Span.OverlapsWith(line.Span)).Sum(literal => literal.Span.Overlap(line.Span)!.Value.Length);
            if (text.Length - words > MostColumns && !text.TrimStart().StartsWith("///", StringComparison.Ordinal))
                yield return new(name, line.LineNumber + 1, text);
        }
    }

    private sealed record EmittedLine(string Name, int Line, string Text);
}
