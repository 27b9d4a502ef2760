namespace ProtoKit.Tool.Asking;

/// <summary>One word of a request.</summary>
/// <param name="Text">Without the quotes that it may have stood in.</param>
/// <param name="Tail">This word and all behind it, as they were written: what a field that takes the rest of the line takes.</param>
internal sealed record RequestWord(string Text, string Tail)
{
    /// <summary>Words that a shell has split already.</summary>
    public static IReadOnlyList<RequestWord> Of(IReadOnlyList<string> words) =>
        [.. words.Select((word, index) => new RequestWord(word, string.Join(' ', words.Skip(index))))];

    /// <summary>Splits a line at spaces; <c>"..."</c> keeps them, with <c>\"</c> and <c>\\</c> inside.</summary>
    public static IReadOnlyList<RequestWord> Split(string line)
    {
        var words = new List<RequestWord>();
        for (var at = 0; at < line.Length;)
        {
            if (line[at] == ' ')
            {
                at++;
                continue;
            }

            var start = at;
            var text = Word(line, ref at);
            words.Add(new RequestWord(text, line[start..]));
        }

        return words;
    }

    private static string Word(string line, ref int at)
    {
        var text = new System.Text.StringBuilder();
        for (var quoted = false; at < line.Length && (quoted || line[at] != ' '); at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (quoted && line[at] == '\\' && at + 1 < line.Length && line[at + 1] is '"' or '\\') text.Append(line[++at]);
            else text.Append(line[at]);
        }

        return text.ToString();
    }
}
