using System;
using System.Collections.Generic;

namespace ProtoKit.Generator.Emitting;

/// <summary>
/// Breaks a line that is too long: a comment between two words, code behind <c>=&gt;</c>, or behind <c>=</c> if that does, then the arguments of its
/// widest parentheses one to a line. A line without any of these stays as it is.
/// </summary>
internal static class LineWrap
{
    private const string Step = "    ";

    public static IEnumerable<string> Break(string line, int width)
    {
        if (line.Length <= width) return [line];
        return line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? Comment(line, width) : Code(line, width);
    }

    private static IEnumerable<string> Comment(string line, int width)
    {
        var start = line.IndexOf(' ', Indent(line).Length);
        if (start < 0) start = line.Length;
        var lead = line.Substring(0, start);
        while (line.Length > width)
        {
            var at = line.LastIndexOf(' ', width);
            if (at <= start) at = line.IndexOf(' ', width);
            if (at < 0) break;
            yield return line.Substring(0, at).TrimEnd();
            line = $"{lead} {line.Substring(at).TrimStart()}";
        }

        yield return line;
    }

    private static IEnumerable<string> Code(string line, int width)
    {
        if (line.Length <= width) return [line];
        var arrow = CodeText.Find(line, " => ");
        if (arrow < 0) return Assignment(line, width);
        List<string> parts = [.. Arguments(line.Substring(0, arrow + 3), width)];
        parts.AddRange(Code(Indent(line) + Step + line.Substring(arrow + 4), width));
        return parts;
    }

    private static IEnumerable<string> Assignment(string line, int width)
    {
        var equals = CodeText.Find(line, " = ");
        var value = equals < 0 ? "" : Indent(line) + Step + line.Substring(equals + 3);
        return equals < 0 || value.Length > width ? Arguments(line, width) : [line.Substring(0, equals + 2), value];
    }

    private static IEnumerable<string> Arguments(string line, int width)
    {
        if (line.Length <= width) return [line];
        var (open, close) = CodeText.BestParentheses(line, width);
        if (open < 0 || close == open + 1) return [line];
        var parts = new List<string> { line.Substring(0, open + 1) };
        var from = open + 1;
        foreach (var comma in CodeText.Commas(line, open, close))
        {
            parts.AddRange(Code(Indent(line) + Step + line.Substring(from, comma - from + 1), width));
            from = comma + 2;
        }

        parts.AddRange(Code(Indent(line) + Step + line.Substring(from), width));
        return parts;
    }

    private static string Indent(string line) => line.Substring(0, line.Length - line.TrimStart().Length);
}
