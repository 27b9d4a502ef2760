using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Changes of the head of a type: its modifiers, its kind, its attributes.</summary>
internal static class TypeChanges
{
    private static readonly SyntaxKind[] Accesses = [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword];

    public static IEnumerable<TextChange> MakePartialRecord(Trouble trouble)
    {
        if (trouble.Around<TypeDeclarationSyntax>() is not { } type || type is InterfaceDeclarationSyntax) return [];
        var partial = type.Modifiers.Any(SyntaxKind.PartialKeyword) ? "" : "partial ";
        var kind = type switch
        {
            ClassDeclarationSyntax => "record",
            StructDeclarationSyntax => "record struct",
            _ => type.Keyword.Text,
        };
        return [new(type.Keyword.Span, partial + kind)];
    }

    /// <summary>Only where the one string is there: which parameter a token should have is not known.</summary>
    public static IEnumerable<TextChange> MakeToken(Trouble trouble) =>
        trouble.Around<TypeDeclarationSyntax>() is { ParameterList.Parameters: { Count: 1 } parameters } && parameters[0].Type?.ToString() == "string"
            ? MakePartialRecord(trouble)
            : [];

    public static IEnumerable<TextChange> MakePartial(Trouble trouble) =>
        trouble.Around<TypeDeclarationSyntax>() is { } type ? [Insert(type.Keyword.SpanStart, "partial ")] : [];

    // 'partial' has to stand last.
    public static IEnumerable<TextChange> MakeSealed(Trouble trouble)
    {
        if (trouble.Around<TypeDeclarationSyntax>() is not { } type) return [];
        var partial = type.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword));
        return [Insert(partial == default ? type.Keyword.SpanStart : partial.SpanStart, "sealed ")];
    }

    public static IEnumerable<TextChange> MakeSealedClass(Trouble trouble)
    {
        var type = trouble.Around<TypeDeclarationSyntax>();
        if (trouble.Ends("Make it a class.") && type is RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration } record)
            return [new(TextSpan.FromBounds(record.Keyword.SpanStart, Math.Max(record.Keyword.Span.End, record.ClassOrStructKeyword.Span.End)), "class")];
        if (!trouble.Ends("Make it sealed instead.") || type is null) return [];
        return type.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword)
            .Select(modifier => new TextChange(modifier.Span, "sealed"));
    }

    public static IEnumerable<TextChange> MakeAccessible(Trouble trouble)
    {
        if (trouble.Around<TypeDeclarationSyntax>() is not { } type) return [];
        var access = trouble.Ends("Make it public.") ? "public" : "internal";
        var old = type.Modifiers.Where(modifier => Accesses.Contains(modifier.Kind())).ToList();
        if (old.Count > 0) return [new(TextSpan.FromBounds(old[0].SpanStart, old[old.Count - 1].Span.End), access)];
        return [Insert(type.Modifiers.Append(type.Keyword).First().SpanStart, access + " ")];
    }

    /// <summary>Only where each command is a template of text: a tag in place of one belongs to a binary wire, for which more has to be said.</summary>
    public static IEnumerable<TextChange> AddTextWire(Trouble trouble)
    {
        if (trouble.Around<TypeDeclarationSyntax>() is not { AttributeLists: { Count: > 0 } lists } type) return [];
        var commands = type.DescendantNodes().OfType<AttributeSyntax>().Where(attribute => attribute.Name.ToString() is "Command");
        if (!commands.All(command => command.ArgumentList?.Arguments.FirstOrDefault()?.Expression.IsKind(SyntaxKind.StringLiteralExpression) == true)) return [];
        var last = lists[lists.Count - 1];
        var isAlone = trouble.Between(last.Span.End, last.GetLastToken().GetNextToken().SpanStart).Contains("\n");
        return [Insert(last.Span.End, (isAlone ? "\n" + trouble.Indentation(last.SpanStart) : " ") + "[TextWire]")];
    }

    public static TextChange Insert(int place, string text) => new(new TextSpan(place, 0), text);
}
