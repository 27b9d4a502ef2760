using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using ProtoKit.CodeFixes;

namespace ProtoKit.Generator.Tests.Fixes;

/// <summary>What an editor does: asks for the fixes of a diagnostic and applies one.</summary>
internal static class Fix
{
    private static readonly DiagnosticFixes Provider = new();

    /// <summary>The source after the fix of the first diagnostic with this id; null when none is offered.</summary>
    public static string? One(string id, string source)
    {
        var document = DocumentOf(source);
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(document, Told(id, document).First(), (action, _) => actions.Add(action), CancellationToken.None);
        Provider.RegisterCodeFixesAsync(context).GetAwaiter().GetResult();
        Assert.True(actions.Count < 2);
        return actions.Count == 0 ? null : Applied(actions[0], context.Document);
    }

    /// <summary>The source after "fix all in the document".</summary>
    public static string All(string id, string source)
    {
        var document = DocumentOf(source);
        var context = new FixAllContext(document, Provider, FixAllScope.Document, id, [id], new Known(Told(id, document)), CancellationToken.None);
        return Applied(Provider.GetFixAllProvider().GetFixAsync(context).GetAwaiter().GetResult()!, context.Document!);
    }

    public static ImmutableArray<Diagnostic> Told(string id, string source) => Told(id, DocumentOf(source));

    private static ImmutableArray<Diagnostic> Told(string id, Document document)
    {
        var generated = Generate.From(document.Project.GetCompilationAsync().GetAwaiter().GetResult()!);
        return [.. generated.Diagnostics.Concat(generated.Analyzed()).Where(diagnostic => diagnostic.Id == id)];
    }

    private static Document DocumentOf(string source) => new AdhocWorkspace()
        .AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "Acme", "Acme", LanguageNames.CSharp,
            compilationOptions: Generate.CompilationOf().Options, parseOptions: Generate.ParseOptions, metadataReferences: References.All))
        .AddDocument("file0.cs", SourceText.From(source));

    private static string Applied(CodeAction action, Document document)
    {
        var operation = action.GetOperationsAsync(CancellationToken.None).GetAwaiter().GetResult().OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.GetDocument(document.Id)!.GetTextAsync().GetAwaiter().GetResult().ToString();
    }

    private sealed class Known(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult(diagnostics.AsEnumerable());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(diagnostics.AsEnumerable());
    }
}
