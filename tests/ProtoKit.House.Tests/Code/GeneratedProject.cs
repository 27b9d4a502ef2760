using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProtoKit.Generator;
using ProtoKit.Generator.Lifetime;

namespace ProtoKit.House.Tests.Code;

/// <summary>Sources with what the generator makes of them, compiled in memory.</summary>
internal sealed class GeneratedProject
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly Compilation whole;

    private GeneratedProject(Compilation whole, GeneratorDriverRunResult run)
    {
        this.whole = whole;
        Reported = [.. run.Diagnostics.Select(diagnostic => diagnostic.ToString())];
        // CS8795: what [LibraryImport] writes is not asked for here.
        Errors = [.. whole.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795")
            .Select(diagnostic => diagnostic.ToString())];
        Emitted = [.. run.Results.SelectMany(result => result.GeneratedSources).Select(source => (source.HintName, source.SourceText.ToString()))];
    }

    /// <summary>What the generator had to say.</summary>
    public IReadOnlyList<string> Reported { get; }

    /// <summary>What the analyzers have to say.</summary>
    public async Task<IReadOnlyList<string>> AnalyzeAsync()
    {
        var found = await whole.WithAnalyzers([new LentBytesAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Select(diagnostic => diagnostic.ToString())];
    }

    /// <summary>What the compiler refuses.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>What the generator wrote.</summary>
    public IReadOnlyList<(string Name, string Text)> Emitted { get; }

    /// <param name="sources">Each with the place that errors name.</param>
    public static GeneratedProject Of(IReadOnlyList<(string Text, string Place)> sources)
    {
        var trees = sources.Append((SourceFolder.ImplicitUsings, "ImplicitUsings.cs")).Select(source => CSharpSyntaxTree.ParseText(source.Item1, ParseOptions, source.Item2)).ToArray();
        var isProgram = trees.Any(tree => tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any());
        var options = new CSharpCompilationOptions(
            isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var driver = CSharpGeneratorDriver.Create([new ProtocolGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGeneratorsAndUpdateCompilation(CSharpCompilation.Create("House", trees, References.Runtime, options), out var whole, out _);
        return new(whole, driver.GetRunResult());
    }
}
