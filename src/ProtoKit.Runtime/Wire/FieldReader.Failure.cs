using System.Runtime.CompilerServices;
using System.Text;

namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    // How grave a failure is; of two, the graver is told, and of equals the first.
    private enum Rank { Validation, Type, Arity }

    private const int MostVerb = 128;

    /// <summary>No command has the frame's first word.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void UnknownVerb()
    {
        if (envelope is not null)
        {
            UnknownItem();
            return;
        }

        if (line.StartsWith(" "u8))
        {
            uncounted = true;
            Note(Rank.Arity, FaultKind.BadArgument, null, "a space stands at the start of the line", ArgumentTrouble.Any);
            return;
        }

        var space = line.IndexOf((byte)' ');
        verbEnd = space < 0 ? line.Length : space;
        var word = line[..Math.Min(verbEnd, 40)];
        Fail(FaultKind.UnknownCommand, null, word.IsEmpty ? "a command is missing" : $"there is no command '{Printable.Of(word)}'");
    }

    /// <summary>Records that the last field is not what its type says.</summary>
    public void Mistyped(string field, string reason)
    {
        if (!cutFailed) TypeFail(FaultKind.BadArgument, field, reason);
    }

    /// <summary>Records that a list has more words than the protocol allows.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void TooMany(string field, int most) => CutFail(FaultKind.TooManyArguments, field, $"has more than {most} words");

    /// <summary>
    /// The message goes on in lines behind its head. Where they end is only known once the head is, so a head that is refused takes the
    /// connection with it.
    /// </summary>
    public void LinesFollow() => skip = -1;

    internal readonly WireFault Describe(int maxArguments, long offset)
    {
        var failure = this.failure!;
        // The words of a rest are one text, however many they are.
        var words = failure.Kind == FaultKind.UnknownCommand || uncounted ? 0 : CountArguments();
        if (words > maxArguments)
            return new(FaultKind.TooManyArguments, null, $"there are {words} arguments; {maxArguments} are the most", offset, skip, Command: Command);
        var trouble = failure.Kind == FaultKind.BadArgument ? failure.Trouble : ArgumentTrouble.Any;
        return new(failure.Kind, failure.Field, failure.Reason, offset, skip, trouble, Command, failure.Kind == FaultKind.UnknownCommand ? Words() : null);
    }

    // The verb as it came, but no more of it than a fault has room for.
    private readonly string Command => envelope is null ? Printable.Of(line[..Math.Min(verbEnd, MostVerb)]) : VerbItems();

    private readonly string Words()
    {
        if (envelope is null) return Printable.Of(line[..Math.Min(line.Length, 2 * MostVerb)]).Replace(' ', '\n') + "\n";
        if (!Opens(out var at, out var count)) return "";
        var words = new StringBuilder();
        for (var (item, room) = (0, 2 * MostVerb); item < count && room > 0; item++)
        {
            var size = ItemAt(item, at, out var start, out var length);
            if (size == 0) break;
            at += size;
            if (item < envelope.Verb) continue;
            var shown = Math.Clamp(length, 0, MostVerb);
            words.Append(Printable.Of(line.Slice(start, shown))).Append('\n');
            room -= shown + 1;
        }

        return words.ToString();
    }

    // Words after the verb, a quoted one counting once. Only a failed line is counted.
    private readonly int CountArguments()
    {
        var count = verbEnd == 0 && line.Length > 0 ? 1 : 0;
        var quoted = false;
        for (var at = verbEnd; at < line.Length; at++)
        {
            if (quoted && line[at] == (byte)'\\') at++;
            else if (line[at] == (byte)'"' && (quoted || at == verbEnd || line[at - 1] == (byte)' ')) quoted = !quoted;
            else if (line[at] == (byte)' ' && !quoted) count++;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TypeFail(FaultKind kind, string field, string reason) => Note(Rank.Type, kind, field, reason);

    // Where words are not there, or too many, their number is the trouble; where one is not what it has to be, its value is.
    private void Note(Rank rank, FaultKind kind, string? field, string reason) =>
        Note(rank, kind, field, reason, rank == Rank.Arity ? ArgumentTrouble.Number : ArgumentTrouble.Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Note(Rank rank, FaultKind kind, string? field, string reason, ArgumentTrouble trouble)
    {
        if (failure is null || rank > failure.Rank) failure = new Failure(rank, kind, field, reason, trouble);
    }

    private sealed record Failure(Rank Rank, FaultKind Kind, string? Field, string Reason, ArgumentTrouble Trouble);
}
