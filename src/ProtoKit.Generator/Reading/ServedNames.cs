using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoKit.Generator.Reading;

/// <summary>
/// Finds the protocols in a class's base list. <c>Ftp.IServer</c> is generated, so that the compiler does not know it while this runs: what
/// stands before the dot is asked instead.
/// </summary>
internal static class ServedNames
{
    private const string Interface = "IServer";

    /// <summary>Cheap, by name only: the class might serve a protocol.</summary>
    public static bool MayServe(SyntaxNode node) =>
        node is ClassDeclarationSyntax { BaseList: { } bases } && bases.Types.Any(part => IsInterface(part.Type));

    public static IEnumerable<INamedTypeSymbol> Of(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancel)
    {
        foreach (var part in declaration.BaseList?.Types ?? default)
        {
            if (!IsInterface(part.Type)) continue;
            var owner = part.Type is QualifiedNameSyntax qualified
                ? model.GetSymbolInfo(qualified.Left, cancel).Symbol as INamedTypeSymbol
                : Enclosing(declaration, model, cancel) ?? Imported(declaration, model, cancel);
            if (IsProtocol(owner)) yield return owner!;
        }
    }

    private static bool IsInterface(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Right: IdentifierNameSyntax { Identifier.ValueText: Interface } } => true,
        IdentifierNameSyntax { Identifier.ValueText: Interface } => true,
        _ => false,
    };

    private static bool IsProtocol(ISymbol? symbol) => symbol is INamedTypeSymbol && AppliedAttribute.On(symbol, RuntimeNames.Protocol) is not null;

    private static INamedTypeSymbol? Enclosing(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancel)
    {
        var outer = model.GetDeclaredSymbol(declaration, cancel)?.ContainingType;
        while (outer is not null && !IsProtocol(outer)) outer = outer.ContainingType;
        return outer;
    }

    /// <summary>By <c>using static</c>, in the file or for all files.</summary>
    private static INamedTypeSymbol? Imported(ClassDeclarationSyntax declaration, SemanticModel model, CancellationToken cancel)
    {
        var near = declaration.Ancestors().SelectMany(outer => outer switch
        {
            CompilationUnitSyntax unit => unit.Usings,
            BaseNamespaceDeclarationSyntax space => space.Usings,
            _ => default,
        });
        var everywhere = model.Compilation.SyntaxTrees
            .SelectMany(tree => tree.GetRoot(cancel) is CompilationUnitSyntax unit ? unit.Usings : default)
            .Where(directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));
        return near.Concat(everywhere)
            .Where(directive => directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword))
            .Select(directive => Named(directive, model.Compilation, cancel))
            .FirstOrDefault(IsProtocol);
    }

    private static INamedTypeSymbol? Named(UsingDirectiveSyntax directive, Compilation compilation, CancellationToken cancel)
    {
#pragma warning disable RS1030 // A using of another file can only be bound by that file's own model.
        var model = compilation.GetSemanticModel(directive.SyntaxTree);
#pragma warning restore RS1030
        return model.GetSymbolInfo(directive.NamespaceOrType, cancel).Symbol as INamedTypeSymbol;
    }
}
