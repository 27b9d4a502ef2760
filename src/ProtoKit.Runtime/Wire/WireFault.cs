namespace ProtoKit.Wire;

/// <summary>What one attempt to read came to.</summary>
public enum ReadStatus
{
    /// <summary>Not enough bytes yet. Nothing was consumed.</summary>
    NeedMore,

    /// <summary>A whole message was read and its bytes are consumed.</summary>
    Done,

    /// <summary>The bytes are not a message; <see cref="WireInput.Fault"/> says why. A whole frame was consumed, if there was one.</summary>
    Fault,
}

/// <summary>Why bytes are not a message.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Field">The field in question, in the words of the declaration; null when it is the whole frame.</param>
/// <param name="Reason">What is wrong, for people.</param>
/// <param name="Offset">Bytes from the start of the connection to the frame at fault.</param>
/// <param name="Skip">Bytes of body that follow and have to be skipped; -1 when that cannot be known, so the connection must close.</param>
/// <param name="Trouble">What is wrong with the arguments, where the kind is bad-argument.</param>
/// <param name="Command">The verb of the frame as it came, its unprintable characters escaped; null when it has none.</param>
/// <param name="Words">Where no command has the verb: it and the words behind it, escaped, a line feed behind each, and no more than a fault has room for.</param>
public readonly record struct WireFault(
    FaultKind Kind,
    string? Field,
    string Reason,
    long Offset,
    long Skip = 0,
    ArgumentTrouble Trouble = ArgumentTrouble.Any,
    string? Command = null,
    string? Words = null)
{
    /// <summary>The field and the reason, as one sentence without a full stop.</summary>
    public string Message => Field is null ? Reason : $"{Field} {Reason}";
}
