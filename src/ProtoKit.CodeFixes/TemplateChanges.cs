using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Changes inside a template's literal. Where the template is no plain literal, nobody knows where its pieces are written.</summary>
internal static class TemplateChanges
{
    public static IEnumerable<TextChange> Remove(Trouble trouble) => Write(trouble, "");

    public static IEnumerable<TextChange> RemoveSpace(Trouble trouble) => Write(trouble, trouble.Says("doubled") ? " " : "");

    public static IEnumerable<TextChange> CorrectPath(Trouble trouble) => Write(trouble, trouble.Quoted(1).Trim('{', '}'));

    public static IEnumerable<TextChange> Part(Trouble trouble) => Write(trouble, " " + trouble.Marked);

    public static IEnumerable<TextChange> Respell(Trouble trouble)
    {
        var alike = trouble.Around<TypeDeclarationSyntax>()?.ParameterList?.Parameters
            .Select(parameter => parameter.Identifier.ValueText)
            .Where(name => name.Equals(trouble.Marked, StringComparison.OrdinalIgnoreCase))
            .ToList();
        return alike?.Count == 1 ? Write(trouble, alike[0]) : [];
    }

    private static IEnumerable<TextChange> Write(Trouble trouble, string text) => trouble.IsInLiteral ? [new(trouble.Span, text)] : [];
}
