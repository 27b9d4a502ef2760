namespace ProtoKit.Wire;

public ref partial struct FieldReader
{
    // How grave a failure is; of two, the graver is told, and of equals the first.
    private enum Rank { None, Validation, Type, Arity }

    /// <summary>No command has the frame's first word.</summary>
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
            Note(Rank.Arity, FaultKind.BadArgument, null, "a space stands at the start of the line");
            return;
        }

        var space = line.IndexOf((byte)' ');
        var word = line[..Math.Min(space < 0 ? line.Length : space, 40)];
        Fail(FaultKind.UnknownCommand, null, word.IsEmpty ? "a command is missing" : $"there is no command '{Printable.Of(word)}'");
    }

    /// <summary>Records that the last field is not what its type says.</summary>
    public void Mistyped(string field, string reason)
    {
        if (!cutFailed) TypeFail(FaultKind.BadArgument, field, reason);
    }

    /// <summary>Records that a list has more words than the protocol allows.</summary>
    public void TooMany(string field, int most) => CutFail(FaultKind.TooManyArguments, field, $"has more than {most} words");

    /// <summary>
    /// The message goes on in lines behind its head. Where they end is only known once the head is, so a head that is refused takes the
    /// connection with it.
    /// </summary>
    public void LinesFollow() => skip = -1;

    internal readonly WireFault Describe(int maxArguments, long offset)
    {
        // The words of a rest are one text, however many they are.
        var words = failure.Kind == FaultKind.UnknownCommand || uncounted ? 0 : CountArguments();
        if (words > maxArguments)
            return new(FaultKind.TooManyArguments, null, $"there are {words} arguments; {maxArguments} are the most", offset, skip);
        return new(failure.Kind, failure.Field, failure.Reason, offset, skip);
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

    private void TypeFail(FaultKind kind, string field, string reason) => Note(Rank.Type, kind, field, reason);

    private void Note(Rank rank, FaultKind kind, string? field, string reason)
    {
        if (rank > failure.Rank) failure = new Failure(rank, kind, field, reason);
    }

    private readonly record struct Failure(Rank Rank, FaultKind Kind, string? Field, string Reason);
}
