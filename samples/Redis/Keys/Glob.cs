namespace Samples.Redis;

/// <summary>
/// A pattern of KEYS: <c>*</c> any bytes, <c>?</c> one byte, <c>[a-c]</c> and <c>[^a-c]</c> one byte of a set, <c>\x</c> x itself. It looks at no byte
/// more often than the pattern is long.
/// </summary>
public sealed class Glob
{
    private readonly IReadOnlyList<GlobPart> parts;

    /// <summary>Reads a pattern; every text is one.</summary>
    public Glob(ReadOnlySpan<byte> pattern) => parts = GlobPart.Read(pattern);

    /// <summary>The whole text matches.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        var (at, part) = (0, 0);
        // Only the last star can still give way: what stands before it has been matched as early as it could be, which leaves the most for the rest.
        var (starAt, starPart) = (0, -1);
        while (at < text.Length)
        {
            if (part < parts.Count && parts[part].IsStar)
            {
                (starAt, starPart) = (at, part++);
            }
            else if (part < parts.Count && parts[part].Takes(text[at]))
            {
                at++;
                part++;
            }
            else if (starPart >= 0)
            {
                (at, part) = (++starAt, starPart + 1);
            }
            else
            {
                return false;
            }
        }

        while (part < parts.Count && parts[part].IsStar) part++;
        return part == parts.Count;
    }
}
