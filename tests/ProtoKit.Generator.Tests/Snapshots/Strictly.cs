using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Compiles emitted code as a project does that documents everything and has every warning as an error.</summary>
internal static class Strictly
{
    // An unnecessary using is hidden from users, but nobody leaves one in code that is made by hand.
    private const string UnnecessaryUsing = "CS8019";

    private static readonly CSharpParseOptions ParseOptions = Generate.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose);

    public static void Compiles(IReadOnlyList<string> sources, IReadOnlyDictionary<string, string> emitted)
    {
        var written = sources.Select((source, i) => CSharpSyntaxTree.ParseText(source, ParseOptions, $"file{i}.cs"));
        var made = emitted.Select(file => CSharpSyntaxTree.ParseText(file.Value, ParseOptions, file.Key)).ToList();
        var compilation = Generate.CompilationOf().AddSyntaxTrees(written).AddSyntaxTrees(made);
        var complaints = compilation.GetDiagnostics()
            .Where(complaint => made.Contains(complaint.Location.SourceTree!))
            .Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning || complaint.Id == UnnecessaryUsing);
        Assert.Empty(complaints);
    }
}
