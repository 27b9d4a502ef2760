namespace ProtoKit;

/// <summary>
/// A command refused: thrown by a handler to refuse, and by a typed client when the server refused. The message goes to the peer.
/// </summary>
public class ProtocolFault : Exception
{
    /// <summary>Refuses with one of the known kinds.</summary>
    /// <param name="kind">The kind, whose code word is sent.</param>
    /// <param name="message">What the peer is told.</param>
    public ProtocolFault(FaultKind kind, string message)
        : base(message) => (Kind, Code) = (kind, FaultCode.Of(kind));

    /// <summary>Refuses with a code word of one's own.</summary>
    /// <param name="code">One word, without spaces.</param>
    /// <param name="message">What the peer is told.</param>
    public ProtocolFault(string code, string message)
        : base(message) => (Kind, Code) = (FaultCode.KindOf(code), code);

    /// <summary>The kind; <see cref="FaultKind.Refused"/> for a code word that is none of the known ones.</summary>
    public FaultKind Kind { get; }

    /// <summary>The code word.</summary>
    public string Code { get; }

    /// <summary>What was wrong with the arguments of a message that could not be read.</summary>
    internal ArgumentTrouble Trouble { get; init; }
}

/// <summary>The server answered with this fault.</summary>
/// <typeparam name="TFault">The protocol's fault record.</typeparam>
/// <param name="fault">The fault as it was read.</param>
/// <param name="kind">What the fault answers.</param>
/// <param name="code">Its code word.</param>
/// <param name="message">What it says.</param>
public sealed class ProtocolFault<TFault>(TFault fault, FaultKind kind, string? code, string message)
    : ProtocolFault(code ?? FaultCode.Of(kind), message)
{
    /// <summary>The fault as it was read.</summary>
    public TFault Fault { get; } = fault;
}
