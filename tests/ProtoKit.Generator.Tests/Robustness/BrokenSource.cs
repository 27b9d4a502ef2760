using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Robustness;

/// <summary>Sources as they are while someone types: the generator is silent or says something sensible, and never fails.</summary>
public class BrokenSource
{
    public static TheoryData<int> Files => [0, 1];

    [Theory]
    [MemberData(nameof(Files))]
    public void Any_token_may_be_missing(int file)
    {
        var text = Sample.All[file];
        var tokens = CSharpSyntaxTree.ParseText(text, Generate.ParseOptions)
            .GetRoot().DescendantTokens().Where(token => token.Span.Length > 0);
        Survives(file, tokens.Select(token => text.Remove(token.SpanStart, token.Span.Length)));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_source_may_end_anywhere(int file)
    {
        // From the protocol's attribute on: what stands before it is the compiler's business alone.
        var text = Sample.All[file];
        var start = Math.Max(0, text.IndexOf("[Protocol", StringComparison.Ordinal));
        Survives(file, Enumerable.Range(start, text.Length - start).Where(end => end % 4 == 0).Select(end => text[..end]));
    }

    private static void Survives(int file, IEnumerable<string> variants)
    {
        var compilation = Generate.CompilationOf(Sample.All);
        var tree = compilation.SyntaxTrees[file];
        var driver = CSharpGeneratorDriver.Create(new ProtocolGenerator()).WithUpdatedParseOptions(Generate.ParseOptions);
        foreach (var variant in variants)
        {
            var edited = CSharpSyntaxTree.ParseText(variant, Generate.ParseOptions, tree.FilePath);
            driver = driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited));
            var result = driver.GetRunResult().Results.Single();
            Assert.True(result.Exception is null, $"{result.Exception}\n{variant}");
            Assert.DoesNotContain(result.Diagnostics, problem => problem.Id == "PK9001");
        }
    }
}
