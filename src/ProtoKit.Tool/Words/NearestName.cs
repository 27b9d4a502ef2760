namespace ProtoKit.Tool.Words;

/// <summary>The name that was probably meant.</summary>
internal static class NearestName
{
    /// <summary>The nearest of the names, or null when none is near enough to be a misspelling.</summary>
    public static string? Of(string word, IEnumerable<string> names) => names
        .Select(name => (Name: name, Edits: Edits(word.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(near => near.Edits <= Math.Max(1, near.Name.Length / 3))
        .OrderBy(near => near.Edits)
        .Select(near => near.Name)
        .FirstOrDefault();

    // Levenshtein's distance: the letters to insert, remove or replace.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
