namespace ProtoKit.Sessions;

/// <summary>The peer sent what the protocol does not allow.</summary>
/// <param name="message">What came, and what was expected.</param>
public sealed class ProtocolViolationException(string message) : IOException(message);
