using System.Text;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Describing.Markdown;

/// <summary>Text that may hold anything, written so that CommonMark shows it as it is.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]<>()#|~!&$";

    /// <summary>In a paragraph, a heading or a cell.</summary>
    public static string Plain(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in Printable.Of(text))
        {
            if (Special.Contains(letter)) escaped.Append('\\');
            escaped.Append(letter);
        }

        // At a line's start these would begin a list.
        return escaped is { Length: > 0 } && (escaped[0] is '+' or '-' or '=' || char.IsAsciiDigit(escaped[0])) && text.Length > 0 && IsListMark(text)
            ? $"\\{escaped}" : escaped.ToString();
    }

    /// <summary>As code within a line; in a cell, a bar ends the cell even in code.</summary>
    public static string Code(string text)
    {
        var shown = Printable.Of(text);
        if (shown.Length == 0) return "";
        var ticks = "`";
        while (shown.Contains(ticks, StringComparison.Ordinal)) ticks += "`";
        var space = shown[0] == '`' || shown[^1] == '`' || ticks.Length > 1 ? " " : "";
        return $"{ticks}{space}{shown.Replace("|", "\\|", StringComparison.Ordinal)}{space}{ticks}";
    }

    /// <summary>A link to the heading of this name on the same page.</summary>
    public static string Link(string name) => $"[{Plain(name)}](#{Slug(name)})";

    /// <summary>As GitHub spells the anchors of headings.</summary>
    public static string Slug(string heading) => string.Concat(heading.ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or ' ').Select(letter => letter == ' ' ? '-' : letter));

    private static bool IsListMark(string text) => text[0] is '+' or '-' or '=' && (text.Length == 1 || text[1] is ' ' or '=' or '-');
}
