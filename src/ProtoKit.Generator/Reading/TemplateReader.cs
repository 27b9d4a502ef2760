using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Cuts a template into literals and holes, and checks that its text can stand on the wire.</summary>
internal sealed class TemplateReader
{
    private readonly ProtocolScope scope;
    private readonly string text;
    private readonly LiteralPlaces places;
    private readonly List<TemplatePiece> pieces = [];
    private readonly StringBuilder literal = new();
    private int literalStart;
    private bool broken;

    private TemplateReader(ProtocolScope scope, string text, LiteralPlaces places)
    {
        this.scope = scope;
        this.text = text;
        this.places = places;
    }

    /// <summary>Null, after a report, when the braces or the text are wrong.</summary>
    public static Template? Read(ProtocolScope scope, string text, ExpressionSyntax? expression, Location whole) =>
        new TemplateReader(scope, text, new(expression, whole)).Read();

    private Template? Read()
    {
        var at = 0;
        while (at < text.Length && !broken) at = text[at] is '{' or '}' ? Brace(at) : Letter(at);
        EndLiteral(at);
        if (!broken && scope.Wire.Kind is WireKind.Text or WireKind.Envelope) CheckSpaces();
        return broken ? null : new Template(text, places, pieces);
    }

    private int Brace(int at)
    {
        var brace = text[at];
        if (at + 1 < text.Length && text[at + 1] == brace)
        {
            literal.Append(brace);
            return at + 2;
        }

        var close = brace == '{' ? text.IndexOfAny(['{', '}'], at + 1) : -1;
        if (close < 0 || text[close] == '{')
        {
            Report(at, 1, TemplateProblems.LoneBrace, brace.ToString());
            return text.Length;
        }

        EndLiteral(at);
        pieces.Add(new(true, text.Substring(at + 1, close - at - 1), at, close + 1 - at));
        literalStart = close + 1;
        return close + 1;
    }

    private int Letter(int at)
    {
        if (WireText.UnfitAt(text, at) is { } unfit) Report(at, 1, TemplateProblems.UnfitCharacter, unfit);
        else if (!EncodingNames.CanSay(scope.Wire.Encoding, text[at]))
            Report(at, 1, TemplateProblems.Unencodable, text[at].ToString(), scope.Wire.Encoding);
        literal.Append(text[at]);
        return at + 1;
    }

    private void EndLiteral(int end)
    {
        if (literal.Length > 0) pieces.Add(new(false, literal.ToString(), literalStart, end - literalStart));
        literal.Clear();
    }

    private void CheckSpaces()
    {
        if (text.Length == 0) return;
        if (text[0] == ' ') Report(0, 1, TemplateProblems.StraySpace, "leading");
        else if (text[text.Length - 1] == ' ') Report(text.Length - 1, 1, TemplateProblems.StraySpace, "trailing");
        else if (text.IndexOf("  ", System.StringComparison.Ordinal) is >= 0 and var at) Report(at, 2, TemplateProblems.StraySpace, "doubled");
    }

    private void Report(int start, int length, DiagnosticDescriptor descriptor, params string[] arguments)
    {
        broken = true;
        scope.Report(places.At(start, length), descriptor, arguments);
    }
}
