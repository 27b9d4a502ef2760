namespace Samples.Tests;

/// <summary>Where a transcript is cut: everywhere; in a long one, around the ends of its commands and answers, at the sizes of reads, and in between.</summary>
internal static class Places
{
    private const int AllUpTo = 2000;
    private const int Around = 3;
    private const int InBetween = 50;

    public static IEnumerable<int> Of(Transcript transcript)
    {
        var length = transcript.Sent.Length;
        if (length <= AllUpTo) return Enumerable.Range(1, Math.Max(0, length - 1));
        var sent = transcript.Sent;
        var edges = Enumerable.Range(1, length - 1).Where(at => sent[at - 1] == '\n' || at % 4096 == 0 || at % (length / InBetween) == 0);
        return edges.SelectMany(at => Enumerable.Range(at - Around, (2 * Around) + 1)).Where(at => at > 0 && at < length).Distinct();
    }
}
