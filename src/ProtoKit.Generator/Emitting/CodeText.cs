using System.Collections.Generic;

namespace ProtoKit.Generator.Emitting;

/// <summary>Finds places in one line of code, outside of its string and character literals.</summary>
internal static class CodeText
{
    /// <summary>Where the text stands first, outside of all parentheses and not at the end; -1 when nowhere.</summary>
    public static int Find(string line, string what)
    {
        foreach (var (at, _, depth) in Code(line))
        {
            if (depth == 0 && string.CompareOrdinal(line, at, what, 0, what.Length) == 0 && at + what.Length < line.Length) return at;
        }

        return -1;
    }

    /// <summary>The parentheses with the most between them: those whose arguments are worth a line each.</summary>
    public static (int Open, int Close) WidestParentheses(string line)
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

    /// <summary>The commas between the arguments in these parentheses.</summary>
    public static IEnumerable<int> Commas(string line, int open, int close)
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
}
