namespace Samples.Redis;

/// <summary>A star, or the set of bytes that can stand at one place.</summary>
/// <param name="One">The only byte of the set; -1 when <paramref name="Set"/> says.</param>
/// <param name="Set">Whether each byte is in the set; null: a star.</param>
internal readonly record struct GlobPart(int One, bool[]? Set)
{
    private static readonly GlobPart Star = new(-1, null);
    private static readonly GlobPart Any = new(-1, [.. Enumerable.Repeat(true, 256)]);

    public bool IsStar => One < 0 && Set is null;

    public bool Takes(byte value) => Set is null ? One == value : Set[value];

    public static List<GlobPart> Read(ReadOnlySpan<byte> pattern)
    {
        var parts = new List<GlobPart>();
        while (pattern is [var first, ..])
        {
            pattern = pattern[1..];
            if (first == '*' && parts is [.., { IsStar: true }]) continue;
            parts.Add(first switch
            {
                (byte)'*' => Star,
                (byte)'?' => Any,
                (byte)'[' => ReadSet(ref pattern),
                (byte)'\\' when !pattern.IsEmpty => new GlobPart(Next(ref pattern), null),
                _ => new GlobPart(first, null),
            });
        }

        return parts;
    }

    // As Redis reads it: a set that is not closed reaches to the end, and "[]" is empty.
    private static GlobPart ReadSet(ref ReadOnlySpan<byte> pattern)
    {
        var isOutside = pattern.StartsWith("^"u8);
        if (isOutside) pattern = pattern[1..];
        var set = new bool[256];
        while (!pattern.IsEmpty)
        {
            var first = Next(ref pattern);
            if (first == ']') break;
            if (first == '\\' && !pattern.IsEmpty)
            {
                set[Next(ref pattern)] = true;
            }
            else if (pattern is [(byte)'-', var last, ..])
            {
                pattern = pattern[2..];
                set.AsSpan(Math.Min(first, last)..(Math.Max(first, last) + 1)).Fill(true);
            }
            else
            {
                set[first] = true;
            }
        }

        return new GlobPart(-1, isOutside ? Array.ConvertAll(set, value => !value) : set);
    }

    private static byte Next(ref ReadOnlySpan<byte> pattern)
    {
        var first = pattern[0];
        pattern = pattern[1..];
        return first;
    }
}
