using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.Generator.Reading;

/// <summary>
/// Finds the piece of a string literal that a piece of its value came from. Where the argument is anything but one plain literal, the
/// whole argument stands for each of its pieces.
/// </summary>
internal sealed class LiteralPlaces
{
    private readonly Location whole;
    private readonly SyntaxToken literal;
    private readonly IReadOnlyList<int>? starts;

    public LiteralPlaces(ExpressionSyntax? expression, Location whole)
    {
        this.whole = whole;
        if (expression is not LiteralExpressionSyntax syntax) return;
        literal = syntax.Token;
        var found = literal.Kind() switch
        {
            SyntaxKind.StringLiteralToken when literal.Text.StartsWith("@", StringComparison.Ordinal) => Verbatim(literal.Text),
            SyntaxKind.StringLiteralToken => Regular(literal.Text),
            SyntaxKind.SingleLineRawStringLiteralToken => Raw(literal.Text, literal.ValueText.Length),
            _ => null,
        };
        if (found?.Count == literal.ValueText.Length + 1) starts = found;
    }

    /// <summary>The place of some characters of the value.</summary>
    public Location At(int start, int length)
    {
        if (starts is null || start + length >= starts.Count || literal.SyntaxTree is not { } tree) return whole;
        return Location.Create(tree, TextSpan.FromBounds(literal.SpanStart + starts[start], literal.SpanStart + starts[start + length]));
    }

    private static List<int> Raw(string text, int length)
    {
        var quotes = 0;
        while (quotes < text.Length && text[quotes] == '"') quotes++;
        var places = new List<int>();
        for (var i = 0; i <= length; i++) places.Add(quotes + i);
        return places;
    }

    private static List<int> Verbatim(string text)
    {
        var places = new List<int>();
        for (var at = 2; at < text.Length - 1; at += text[at] == '"' ? 2 : 1) places.Add(at);
        places.Add(text.Length - 1);
        return places;
    }

    private static List<int> Regular(string text)
    {
        var places = new List<int>();
        var at = 1;
        while (at < text.Length - 1)
        {
            places.Add(at);
            var length = EscapeLength(text, at);
            // \U may be two characters of the value, which share their place.
            if (length == 10 && text.Substring(at + 2, 8).TrimStart('0').Length > 4) places.Add(at);
            at += length;
        }

        places.Add(text.Length - 1);
        return places;
    }

    private static int EscapeLength(string text, int at)
    {
        if (text[at] != '\\' || at + 1 >= text.Length) return 1;
        switch (text[at + 1])
        {
            case 'u': return 6;
            case 'U': return Math.Min(10, text.Length - at);
            case 'x':
                var end = at + 2;
                while (end < at + 6 && end < text.Length && Uri.IsHexDigit(text[end])) end++;
                return end - at;
            default: return 2;
        }
    }
}
