using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ProtoKit.CodeFixes;

/// <summary>Offers the cure of each diagnostic that has one obvious cure: <see cref="Cures"/> is the list.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiagnosticFixes)), Shared]
public sealed class DiagnosticFixes : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Cures.All.Keys.OrderBy(id => id, System.StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var cure = Cures.All[diagnostic.Id];
            var changes = cure.Changes(new Trouble(diagnostic, root, text)).ToList();
            if (changes.Count == 0) continue;
            context.RegisterCodeFix(
                CodeAction.Create(cure.Title, _ => Task.FromResult(context.Document.WithText(text.WithChanges(changes))), diagnostic.Id), diagnostic);
        }
    }
}
