using System.Collections.Generic;

namespace ProtoKit.Generator.Emitting;

/// <summary>
/// Breaks a line that is too long: behind <c>=&gt;</c>, then the arguments of its outermost parentheses one to a line. A line without either
/// stays as it is, as does one that is a comment.
/// </summary>
internal static class LineWrap
{
    private const string Step = "    ";

    public static IEnumerable<string> Break(string line, int width)
    {
        if (line.Length <= width || IsComment(line)) return [line];
        var arrow = Find(line, " => ", outermost: true);
        if (arrow > 0)
        {
            var indent = Indent(line);
            List<string> parts = [.. Arguments(line.Substring(0, arrow + 3), width)];
            parts.AddRange(Break(indent + Step + line.Substring(arrow + 4), width));
            return parts;
        }

        return Arguments(line, width);
    }

    private static IEnumerable<string> Arguments(string line, int width)
    {
        if (line.Length <= width) return [line];
        var (open, close) = Parentheses(line);
        if (open < 0 || close == open + 1) return [line];
        var indent = Indent(line);
        var parts = new List<string> { line.Substring(0, open + 1) };
        var from = open + 1;
        foreach (var comma in Commas(line, open, close))
        {
            parts.AddRange(Break(indent + Step + line.Substring(from, comma - from + 1), width));
            from = comma + 2;
        }

        parts.AddRange(Break(indent + Step + line.Substring(from), width));
        return parts;
    }

    // The widest pair: the one whose arguments are worth a line each.
    private static (int Open, int Close) Parentheses(string line)
    {
        var best = (Open: -1, Close: -1);
        var opens = new Stack<int>();
        foreach (var (at, letter, _) in Code(line))
        {
            if (letter == '(') opens.Push(at);
            else if (letter == ')' && opens.Count > 0 && opens.Pop() is var open && at - open > best.Close - best.Open) best = (open, at);
        }

        return best;
    }

    private static IEnumerable<int> Commas(string line, int open, int close)
    {
        var depth = 0;
        foreach (var (at, letter, _) in Code(line))
        {
            if (at <= open || at >= close) continue;
            if (letter is '(' or '<' or '[' or '{') depth++;
            else if (letter is ')' or ']' or '}' || (letter == '>' && line[at - 1] != '=')) depth--;
            else if (letter == ',' && depth == 0) yield return at;
        }
    }

    private static int Find(string line, string what, bool outermost)
    {
        foreach (var (at, _, depth) in Code(line))
        {
            if ((!outermost || depth == 0) && string.CompareOrdinal(line, at, what, 0, what.Length) == 0 && at + what.Length < line.Length) return at;
        }

        return -1;
    }

    // The characters outside of string and character literals, with the depth of parentheses.
    private static IEnumerable<(int At, char Letter, int Depth)> Code(string line)
    {
        var quote = '\0';
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (quote != '\0')
            {
                if (line[at] == '\\') at++;
                else if (line[at] == quote) quote = '\0';
                continue;
            }

            if (line[at] is '"' or '\'')
            {
                quote = line[at];
                continue;
            }

            if (line[at] is ')' or '}') depth--;
            yield return (at, line[at], depth);
            if (line[at] is '(' or '{') depth++;
        }
    }

    private static bool IsComment(string line) => line.TrimStart().StartsWith("//", System.StringComparison.Ordinal);

    private static string Indent(string line) => line.Substring(0, line.Length - line.TrimStart().Length);
}
