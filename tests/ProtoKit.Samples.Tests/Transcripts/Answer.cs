namespace Samples.Tests;

/// <summary>What must come back: exact bytes, with any text up to the end of its line between one run of them and the next.</summary>
internal sealed class Answer(IReadOnlyList<byte[]> runs)
{
    /// <summary>No byte at all.</summary>
    public static Answer Nothing { get; } = new([[]]);

    /// <summary>One after the other.</summary>
    public static Answer Of(IEnumerable<Answer> answers) => answers.Aggregate(Nothing, (whole, next) => whole.Then(next));

    public Answer Then(Answer next) => new([.. Runs.SkipLast(1), [.. Runs[^1], .. next.Runs[0]], .. next.Runs.Skip(1)]);

    /// <summary>The bytes are this answer, whole, and nothing behind it.</summary>
    public bool Is(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < Runs.Count; i++)
        {
            if (i > 0) bytes = bytes[LineOf(bytes)..];
            if (!bytes.StartsWith(Runs[i])) return false;
            bytes = bytes[Runs[i].Length..];
        }

        return bytes.IsEmpty;
    }

    private IReadOnlyList<byte[]> Runs { get; } = runs;

    private static int LineOf(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? bytes.Length : end;
    }
}
