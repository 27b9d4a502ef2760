namespace ProtoKit.Transports;

/// <summary>A protocol does not go over this transport; the message says which does.</summary>
/// <param name="message">The message.</param>
public sealed class TransportException(string message) : Exception(message);
