using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Changes of a field's type, as the message names the other one.</summary>
internal static class FieldTypeChanges
{
    public static IEnumerable<TextChange> DropQuestionMark(Trouble trouble) =>
        trouble.Around<NullableTypeSyntax>() is { } type ? [new(type.QuestionToken.Span, "")] : [];

    public static IEnumerable<TextChange> AddQuestionMark(Trouble trouble) =>
        trouble.Around<ParameterSyntax>()?.Type is { } type and not NullableTypeSyntax ? [TypeChanges.Insert(type.Span.End, "?")] : [];

    public static IEnumerable<TextChange> BytesToString(Trouble trouble) => Named(trouble, "Bytes", "string");

    /// <summary>Nothing where several types would do.</summary>
    public static IEnumerable<TextChange> Replace(Trouble trouble)
    {
        if (trouble.Says("Use DateTimeOffset")) return Named(trouble, "DateTime", "DateTimeOffset");
        if (trouble.Ends("Use long for a number of seconds.")) return Named(trouble, "TimeSpan", "long");
        if (trouble.Ends("Use long.")) return [.. Named(trouble, "nint", "long"), .. Named(trouble, "nuint", "long"), .. Named(trouble, "IntPtr", "long")];
        if (trouble.Ends("Use string.")) return Named(trouble, "char", "string");
        if (trouble.Says("with [Lines] to send")) return FieldChanges.Mark(trouble, "[Lines] ");
        if (trouble.Says("Use IReadOnlyList<T>")) return ToList(trouble);
        return [];
    }

    private static IEnumerable<TextChange> ToList(Trouble trouble) => trouble.Around<ParameterSyntax>()?.Type switch
    {
        ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } array when ranks[0].Rank == 1 =>
            [new(array.Span, array.ElementType.ToString() == "byte" ? "Bytes" : $"IReadOnlyList<{array.ElementType}>")],
        GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } list => [new(list.Identifier.Span, "IReadOnlyList")],
        _ => [],
    };

    // The field's type itself, or an argument of it.
    private static IEnumerable<TextChange> Named(Trouble trouble, string from, string to) =>
        trouble.Around<ParameterSyntax>()?.Type is not { } type ? [] : type.DescendantNodesAndSelf()
            .Where(node => node is PredefinedTypeSyntax or NameSyntax and not GenericNameSyntax && node.Parent is not QualifiedNameSyntax && node.GetLastToken().Text == from)
            .Select(node => new TextChange(node.Span, to));
}
