using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ProtoKit.Generator.Reading;

/// <summary>What symbols are called, and where they are written.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Plain = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <summary>Compares by name, so that a type which exists twice, or not at all, is no trouble.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string metadataName)
    {
        if (type is not INamedTypeSymbol { ContainingType: null } named) return false;
        var end = metadataName.Length - named.MetadataName.Length;
        if (end < 0 || !metadataName.EndsWith(named.MetadataName, StringComparison.Ordinal)) return false;
        for (var space = named.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            end -= space.Name.Length + 1;
            if (end < 0 || metadataName[end + space.Name.Length] != '.') return false;
            if (string.CompareOrdinal(metadataName, end, space.Name, 0, space.Name.Length) != 0) return false;
        }

        return end == 0;
    }

    /// <summary>How code anywhere names the type: a keyword, or the full name after <c>global::</c>.</summary>
    public static string InCode(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The full name, without <c>global::</c> and without an <c>@</c>.</summary>
    public static string FullName(this ISymbol symbol) =>
        symbol is INamespaceSymbol { IsGlobalNamespace: true } ? "" : symbol.ToDisplayString(Plain);

    /// <summary>As short as a message can say it.</summary>
    public static string Shown(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Where the symbol's name is written; the first place of several, in an order that does not depend on the compiler.</summary>
    public static Location Place(this ISymbol symbol) => symbol.Locations.Length == 1 && symbol.Locations[0] is { IsInSource: true } only
        ? only
        : symbol.Locations.Where(place => place.IsInSource).OrderBy(Order, PlaceOrder.Instance).FirstOrDefault() ?? Location.None;

    /// <summary>File, then position.</summary>
    public static (string File, int Start) Order(Location place) =>
        (place.SourceTree?.FilePath ?? "", place.IsInSource ? place.SourceSpan.Start : 0);

    public static bool IsPartial(this INamedTypeSymbol type) => type.DeclaringSyntaxReferences.All(
        reference => reference.GetSyntax() is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The user wrote a method of this name.</summary>
    public static bool Declares(this INamedTypeSymbol type, string method) =>
        type.GetMembers(method).Any(member => member is IMethodSymbol { IsImplicitlyDeclared: false });

    /// <summary>The place of the parameter's type as written.</summary>
    public static Location TypePlace(this IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } type }
            ? type.GetLocation()
            : parameter.Place();

    /// <summary>The parameters after the record's or class's own name; empty when there are none.</summary>
    public static ImmutableArray<IParameterSymbol> PrimaryParameters(this INamedTypeSymbol type) =>
        type.PrimaryConstructor()?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    public static IMethodSymbol? PrimaryConstructor(this INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(
        constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null }));
}
