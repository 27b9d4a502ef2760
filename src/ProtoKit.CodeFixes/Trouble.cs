using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>A diagnostic and the source that it was told about.</summary>
internal sealed class Trouble(Diagnostic diagnostic, SyntaxNode root, SourceText text)
{
    public TextSpan Span => diagnostic.Location.SourceSpan;

    /// <summary>What was marked, as it is written.</summary>
    public string Marked => text.ToString(Span);

    public SyntaxToken Token => root.FindToken(Span.Start);

    /// <summary>A piece of a string literal was marked, rather than a whole expression.</summary>
    public bool IsInLiteral => Token.SpanStart < Span.Start && Span.End < Token.Span.End;

    /// <summary>The innermost node of a kind around what was marked.</summary>
    public T? Around<T>()
        where T : SyntaxNode => root.FindNode(Span, getInnermostNodeForTie: true).FirstAncestorOrSelf<T>();

    /// <summary>The message ends with this sentence: which cure is right is known where the trouble was found.</summary>
    public bool Ends(string cure) => Message.EndsWith(cure, System.StringComparison.Ordinal);

    public bool Says(string words) => Message.Contains(words);

    /// <summary>What the message puts into single quotes, counted from 0; empty when there is less.</summary>
    public string Quoted(int index) => Message.Split('\'').ElementAtOrDefault((2 * index) + 1) ?? "";

    /// <summary>What the analyzer left for the fix; empty when it left nothing.</summary>
    public string Left(string key) => diagnostic.Properties.TryGetValue(key, out var value) ? value ?? "" : "";

    /// <summary>The characters between two places.</summary>
    public string Between(int start, int end) => text.ToString(TextSpan.FromBounds(start, end));

    /// <summary>The blanks that the line of a place begins with.</summary>
    public string Indentation(int place)
    {
        var line = text.Lines.GetLineFromPosition(place).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private string Message => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}
