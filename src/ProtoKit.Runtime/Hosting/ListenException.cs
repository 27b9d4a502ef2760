using System.Net.Sockets;
using ProtoKit.Transports;

namespace ProtoKit;

/// <summary>An endpoint cannot be listened at.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="because">What the system said.</param>
public sealed class ListenException(Endpoint endpoint, SocketException because)
    : IOException($"cannot listen at {endpoint}: {because.Message}", because)
{
    /// <summary>The endpoint.</summary>
    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>What the system said.</summary>
    public SocketError Error { get; } = because.SocketErrorCode;
}
