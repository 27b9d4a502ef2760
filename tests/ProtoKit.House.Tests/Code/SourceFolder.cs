using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoKit.House.Tests.Code;

/// <summary>The sources of one project, bound: what each name in them means, not only how it is spelled.</summary>
internal sealed class SourceFolder
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    // What <ImplicitUsings> adds.
    public const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly Lazy<SourceFolder> BoundRuntime = new(() => Bind("src/ProtoKit.Runtime", References.Framework));
    private static readonly Lazy<SourceFolder> BoundGenerator = new(() => Bind("src/ProtoKit.Generator", References.Roslyn, implicitUsings: false));

    private readonly string folder;
    private readonly Lazy<IReadOnlyList<Mention>> mentions;

    private SourceFolder(string folder, Compilation compilation)
    {
        (this.folder, Compilation) = (folder, compilation);
        mentions = new(() => [.. Find()]);
    }

    public static SourceFolder Runtime => BoundRuntime.Value;

    public static SourceFolder Generator => BoundGenerator.Value;

    public Compilation Compilation { get; }

    /// <summary>Every name in code (not in comments) and what it means, with the folder under this one that it stands in.</summary>
    public IReadOnlyList<Mention> Mentions => mentions.Value;

    /// <summary>The first folder below this one that a file stands in; empty for a file at the top.</summary>
    public string Station(string file)
    {
        var path = file[(folder.Length + 1)..];
        var slash = path.IndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    // A project that does not compile would hide what its names mean, so it fails here.
    private static SourceFolder Bind(string folder, IEnumerable<MetadataReference> references, bool implicitUsings = true)
    {
        var trees = Repository.In(folder + "/", ".cs")
            .Select(file => CSharpSyntaxTree.ParseText(Repository.Text(file), ParseOptions, file))
            .Concat(implicitUsings ? [CSharpSyntaxTree.ParseText(ImplicitUsings, ParseOptions, "ImplicitUsings.cs")] : []);
        var compilation = CSharpCompilation.Create(
            Path.GetFileName(folder), trees, references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Findings.None(compilation.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error && !IsWrittenByGenerators(complaint)));
        return new(folder, compilation);
    }

    private IEnumerable<Mention> Find()
    {
        foreach (var tree in Compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith(folder, StringComparison.Ordinal)))
        {
            var model = Compilation.GetSemanticModel(tree);
            foreach (var node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                if (model.GetSymbolInfo(node).Symbol is { } symbol) yield return new(tree.FilePath, Station(tree.FilePath), node, symbol);
            }
        }
    }

    // CS8795: a partial method whose body a source generator of the SDK writes. The others: what it writes for a JsonSerializerContext.
    private static bool IsWrittenByGenerators(Diagnostic complaint) => complaint.Id == "CS8795"
        || (complaint.Id is "CS0534" or "CS0117" or "CS7036" && complaint.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("Json", StringComparison.Ordinal));
}

/// <summary>A name in the code and what it means.</summary>
/// <param name="File">The file, from the root.</param>
/// <param name="Station">The project's folder that the file stands in.</param>
/// <param name="Node">Where.</param>
/// <param name="Symbol">What.</param>
internal sealed record Mention(string File, string Station, SyntaxNode Node, ISymbol Symbol)
{
    public string Place => $"{File}:{Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";
}
