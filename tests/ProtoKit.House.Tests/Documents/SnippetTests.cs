using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.House.Tests.Code;

namespace ProtoKit.House.Tests.Documents;

/// <summary>What a page shows compiles as it stands, the snippets of one page together as one program.</summary>
public sealed class SnippetTests
{
    public static TheoryData<string> Pages => [.. Repository.In("docs/guide/", ".md").Append("README.md").Where(page => Snippet.Of(page).Count > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_snippets_of_a_page_compile(string page)
    {
        var snippets = Snippet.Of(page);
        var generated = GeneratedProject.Of(
            [.. snippets.Select(snippet => (snippet.Text, $"{page}:{snippet.Line}")), .. Snippet.SupportOf(page).Select(file => (Repository.Text(file), file))]);

        Assert.NotEmpty(generated.Emitted);
        Findings.None(generated.Reported);
        Findings.None(generated.Errors);
        Findings.None(await generated.AnalyzeAsync());
    }

    [Fact]
    public void The_readme_declares_what_the_samples_declare()
    {
        var sample = Messages(Repository.Text("samples/Ftp/Ftp.cs")).Concat(Messages(Repository.Text("samples/Modbus/ModbusRtu.cs")));
        var shown = Messages(string.Join("\n", Snippet.Of("README.md").Select(snippet => snippet.Text)));

        Assert.NotEmpty(shown);
        Findings.None(shown.Except(sample));
    }

    // Each message as one line of tokens, without what the README leaves out: summaries for the help, and comments.
    private static IReadOnlyList<string> Messages(string source) => [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes()
        .OfType<RecordDeclarationSyntax>()
        .Select(record => (RecordDeclarationSyntax)new WithoutSummaries().Visit(record))
        .Select(record => string.Join(' ', record.DescendantTokens().Select(token => token.Text)))];

    private sealed class WithoutSummaries : CSharpSyntaxRewriter
    {
        public override SyntaxNode? VisitAttributeArgumentList(AttributeArgumentListSyntax node) =>
            node.WithArguments(SyntaxFactory.SeparatedList(node.Arguments.Where(argument => argument.NameEquals?.Name.Identifier.Text != "Summary")));
    }
}
