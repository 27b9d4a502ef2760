using System;
using System.Collections.Generic;
using System.Linq;

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

    /// <summary>
    /// The parentheses whose arguments are worth a line each: of those that stand early enough and have several, the ones with the most between
    /// them.
    /// </summary>
    public static (int Open, int Close) BestParentheses(string line, int width)
    {
        var all = new List<(int Open, int Close)>();
        var opens = new Stack<int>();
        foreach (var (at, letter, _) in Code(line))
        {
            if (letter == '(') opens.Push(at);
            else if (letter == ')' && opens.Count > 0) all.Add((opens.Pop(), at));
        }

        return all.OrderByDescending(pair => pair.Open < width)
            .ThenByDescending(pair => Commas(line, pair.Open, pair.Close).Any())
            .ThenByDescending(pair => pair.Close - pair.Open)
            .DefaultIfEmpty((-1, -1))
            .First();
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
        var depth = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '"' or '\'')
            {
                at = LiteralEnd(line, at);
                continue;
            }

            if (line[at] is ')' or '}') depth--;
            yield return (at, line[at], depth);
            if (line[at] is '(' or '{') depth++;
        }
    }

    // Where the last character of the literal stands.
    private static int LiteralEnd(string line, int at)
    {
        var quotes = 1;
        while (line[at] == '"' && at + quotes < line.Length && line[at + quotes] == '"') quotes++;
        if (quotes == 2) return at + 1;
        if (quotes > 2)
        {
            var end = line.IndexOf(new string('"', quotes), at + quotes, StringComparison.Ordinal);
            return end < 0 ? line.Length : end + quotes - 1;
        }

        var from = at;
        while (++at < line.Length && line[at] != line[from])
        {
            if (line[at] == '\\') at++;
        }

        return at;
    }
}
