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
        for (var code = new Code(line); code.MoveNext();)
        {
            var at = code.At;
            if (code.Depth == 0 && code.Letter == what[0] && string.CompareOrdinal(line, at, what, 0, what.Length) == 0 && at + what.Length < line.Length) return at;
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
        for (var code = new Code(line); code.MoveNext();)
        {
            if (code.Letter == '(') opens.Push(code.At);
            else if (code.Letter == ')' && opens.Count > 0) all.Add((opens.Pop(), code.At));
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
        for (var code = new Code(line); code.MoveNext();)
        {
            var (at, letter) = (code.At, code.Letter);
            if (at <= open || at >= close) continue;
            if (letter is '(' or '<' or '[' or '{') depth++;
            else if (letter is ')' or ']' or '}' || (letter == '>' && line[at - 1] != '=')) depth--;
            else if (letter == ',' && depth == 0) yield return at;
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

    // The letters that are code, one after the other. A struct: a large protocol has a million of them.
    private struct Code(string line)
    {
        private bool opens;

        public int At { get; private set; } = -1;

        public int Depth { get; private set; }

        public readonly char Letter => line[At];

        public bool MoveNext()
        {
            if (opens) Depth++;
            opens = false;
            while (++At < line.Length)
            {
                if (line[At] is '"' or '\'')
                {
                    At = LiteralEnd(line, At);
                    continue;
                }

                if (line[At] is ')' or '}') Depth--;
                opens = line[At] is '(' or '{';
                return true;
            }

            return false;
        }
    }
}
