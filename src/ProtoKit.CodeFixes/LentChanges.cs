using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Copies of what is lent. How it is copied is the analyzer's to say, which knows its type.</summary>
internal static class LentChanges
{
    public static IEnumerable<TextChange> Copy(Trouble trouble)
    {
        var how = trouble.Left("copy");
        if (how.Length == 0 || trouble.Around<ExpressionSyntax>() is not { } value) return [];
        if (how == "ToArray") return [.. NameOf(value), TypeChanges.Insert(trouble.Span.End, ".ToArray()")];
        if (value is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)) return [];
        var members = how.Split(',').Select(member => $"{member} = {value}.{member}.ToArray()");
        return [TypeChanges.Insert(trouble.Span.End, $" with {{ {string.Join(", ", members)} }}")];
    }

    // A call gives a member of an anonymous object no name.
    private static IEnumerable<TextChange> NameOf(ExpressionSyntax value) => value.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }
        ? [TypeChanges.Insert(value.SpanStart, value.GetLastToken().Text + " = ")]
        : [];
}
