using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Changes of a field: where its parameter stands, its attributes and modifiers.</summary>
internal static class FieldChanges
{
    public static IEnumerable<TextChange> MakeString(Trouble trouble) => trouble.Around<ParameterSyntax>()?.Type is { } type
        ? [new(type.Span, type is NullableTypeSyntax ? "string?" : "string")]
        : [];

    public static IEnumerable<TextChange> RemoveModifiers(Trouble trouble) => trouble.Around<ParameterSyntax>() is { Modifiers.Count: > 0, Type: { } type } parameter
        ? [new(TextSpan.FromBounds(parameter.Modifiers[0].SpanStart, type.SpanStart), "")]
        : [];

    /// <summary>Not on an unframed wire, where a body may end by a mark too.</summary>
    public static IEnumerable<TextChange> AddBodyLength(Trouble trouble) => trouble.Ends("Add [BodyLength].") ? Mark(trouble, "[BodyLength] ") : [];

    public static IEnumerable<TextChange> UseBodyLength(Trouble trouble) => trouble.Ends("Use [BodyLength].") && trouble.Around<AttributeSyntax>() is { } attribute
        ? [new(attribute.Span, "BodyLength")]
        : [];

    public static IEnumerable<TextChange> Mark(Trouble trouble, string attribute) =>
        trouble.Around<ParameterSyntax>() is { } parameter ? [TypeChanges.Insert(parameter.SpanStart, attribute)] : [];

    /// <summary>A template with braces says itself where each field stands.</summary>
    public static IEnumerable<TextChange> MoveLastUnlessPlaced(Trouble trouble)
    {
        var places = trouble.Around<TypeDeclarationSyntax>()?.AttributeLists.SelectMany(list => list.DescendantTokens())
            .Any(token => token.ValueText.Contains("{") && !token.IsKind(SyntaxKind.OpenBraceToken));
        return places == false ? MoveLast(trouble) : [];
    }

    // Each parameter behind it moves one place forward; what stands between the places stays.
    public static IEnumerable<TextChange> MoveLast(Trouble trouble)
    {
        if (trouble.Around<ParameterSyntax>()?.Parent is not ParameterListSyntax { Parameters: var all }) yield break;
        var early = all.IndexOf(parameter => parameter.Identifier.ValueText == trouble.Quoted(1));
        if (early < 0) yield break;
        for (var i = early; i < all.Count; i++) yield return new(all[i].Span, all[i + 1 < all.Count ? i + 1 : early].ToString());
    }
}
