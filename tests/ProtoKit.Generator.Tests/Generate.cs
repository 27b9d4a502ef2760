using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProtoKit.Generator.Lifetime;

namespace ProtoKit.Generator.Tests;

/// <summary>
/// Runs the generator over sources, twice: each second run, after an edit that has nothing to do with protocols, has to take everything from
/// its cache.
/// </summary>
internal sealed class Generate
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private readonly Compilation output;

    private Generate(Compilation output, GeneratorDriverRunResult result)
    {
        this.output = output;
        Result = result;
    }

    public GeneratorDriverRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The emitted files by hint name.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static Generate From(params string[] sources) => From(CompilationOf(sources));

    public static Generate From(Compilation compilation)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        var result = driver.GetRunResult();
        Assert.Null(result.Results.Single().Exception);

        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("internal class Unrelated;", ParseOptions, "unrelated.cs"));
        Caching.AssertAllCached(driver.RunGenerators(edited).GetRunResult());
        Caching.AssertHoldsNoSymbols(result);
        return new(output, result);
    }

    public static CSharpCompilation CompilationOf(params string[] sources) => CSharpCompilation.Create(
        "Acme",
        sources.Select((source, i) => CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), ParseOptions, $"file{i}.cs")),
        References.All,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            generalDiagnosticOption: ReportDiagnostic.Default));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new ProtocolGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Sources and emitted code compile together, without errors and without warnings.</summary>
    public Generate Compiles()
    {
        Assert.Empty(Diagnostics);
        var complaints = output.GetDiagnostics().Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!complaints.Any(), string.Join("\n", complaints.Take(20)) + "\n" + string.Join("\n", Sources.Values));
        return this;
    }

    /// <summary>What the compiler refuses in sources and emitted code together.</summary>
    public IEnumerable<Diagnostic> Errors() => output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error);

    /// <summary>What the analyzers say about the sources with the emitted code beside them, in the order of the places.</summary>
    public IReadOnlyList<Diagnostic> Analyzed()
    {
        var found = output.WithAnalyzers([new LentBytesAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return [.. found.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>The assembly, in memory.</summary>
    public MemoryStream Compile()
    {
        Compiles();
        var assembly = new MemoryStream();
        Assert.True(output.Emit(assembly).Success);
        assembly.Position = 0;
        return assembly;
    }

    /// <summary>The type declarations of the emitted part of the user's class.</summary>
    public IEnumerable<TypeDeclarationSyntax> EmittedTypes() =>
        Result.GeneratedTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>());
}
