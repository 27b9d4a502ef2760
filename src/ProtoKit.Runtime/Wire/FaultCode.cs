namespace ProtoKit;

/// <summary>The stable code words of the fault kinds, and what each kind does to its connection.</summary>
public static class FaultCode
{
    private static readonly string[] Words = [.. Enum.GetValues<FaultKind>().Where(kind => kind > 0).Order().Select(Kebab)];

    /// <summary>The kind's name in kebab case, such as <c>unknown-command</c>.</summary>
    public static string Of(FaultKind kind) => kind > 0 && (int)kind <= Words.Length ? Words[(int)kind - 1] : "refused";

    /// <summary>The kind with this code word; <see cref="FaultKind.Refused"/> for a word of the user's own.</summary>
    public static FaultKind KindOf(string code)
    {
        var index = Array.IndexOf(Words, code);
        return index < 0 ? FaultKind.Refused : (FaultKind)(index + 1);
    }

    /// <summary>The connection cannot go on after this: the framing is lost, or time or patience has run out.</summary>
    public static bool Closes(FaultKind kind) => kind is FaultKind.BadLineEnding or FaultKind.BadLength or FaultKind.LineTooLong
        or FaultKind.FrameTooLarge or FaultKind.BadChecksum or FaultKind.FirstCommandTimeout or FaultKind.CommandTimeout or FaultKind.IdleTimeout
        or FaultKind.MinReceiveRate or FaultKind.MinSendRate or FaultKind.HandlerTimeout or FaultKind.TooManyErrors
        or FaultKind.MaxConnections;

    private static string Kebab(FaultKind kind) =>
        string.Concat(kind.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? "-" + char.ToLowerInvariant(letter)
            : char.ToLowerInvariant(letter).ToString()));
}
