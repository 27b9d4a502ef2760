using ProtoKit.Tool.Benching.Load;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Benching;

/// <summary>What a row has to say that is no figure.</summary>
internal static class LoadNotes
{
    // A rate that is missed by more than this was not kept.
    private const double Kept = 0.95;

    public static IEnumerable<string> Of(LoadResult result, Script script, double? rate)
    {
        if (result.HeldBack > 0) yield return $"{result.HeldBack} held back";
        if (result.Opening.Errors > 0) yield return $"{result.Opening.Errors} turned away{Example(result.Opening)}";
        if (result.Tally.Faults > 0) yield return Count(result.Tally.Faults, "fault") + Example(result.Tally);
        if (result.Tally.Wrong > 0) yield return Count(result.Tally.Wrong, "reply differs", "replies differ");
        if (result.Tally.Closed > 0) yield return $"{result.Tally.Closed} closed by the server";
        if (result.Tally.Refused > 0) yield return Count(result.Tally.Refused, "connection") + " refused";
        if (result.Tally.Lost > 0) yield return $"{result.Tally.Lost} lost";
        if (result.Stalled) yield return "the server stopped to answer";
        if (rate > 0 && result.PerSecond < rate * Kept) yield return $"only {result.PerSecond / rate:0 %} of the rate";
        if (script.Varies) yield return "replies vary, each was read";
    }

    /// <summary>Why nothing was measured at all.</summary>
    public static string Why(LoadResult result) => result.Opening switch
    {
        { Answers: > 0 } => "the server closed every connection",
        { Example: { } example } => $"every connection was turned away: {Printable.Of(example)}",
        { Errors: > 0 } => "every connection was turned away",
        _ => "no connection was answered",
    };

    private static string Example(Tally tally) => tally.Example is null ? "" : $" ({Printable.Of(tally.Example)})";

    private static string Count(long count, string one, string? several = null) => $"{count} {(count == 1 ? one : several ?? one + "s")}";
}
