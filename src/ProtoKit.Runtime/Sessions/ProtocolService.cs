using System.IO.Pipelines;
using ProtoKit.Wire;

namespace ProtoKit.Sessions;

/// <summary>A protocol with its handlers: something that a listener can serve on any connection.</summary>
/// <param name="name">The protocol's name.</param>
/// <param name="port">Its default port; 0 when it declares none.</param>
/// <param name="limits">The limits that it states.</param>
/// <param name="serve">Serves one connection to its end.</param>
public sealed class ProtocolService(
    string name, int port, Limits limits, Func<IDuplexPipe, ConversationOptions, Task<ConversationEnd>> serve)
{
    /// <summary>The protocol's name.</summary>
    public string Name { get; } = name;

    /// <summary>Its default port; 0 when it declares none.</summary>
    public int Port { get; } = port;

    /// <summary>The limits that it states.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>The wire that it declares.</summary>
    public WireFormat Wire { get; init; } = WireFormat.Text(NewLine.CrLf, maxLine: 4096);

    /// <summary>A command or a reply streams a body, or a list of lines: it needs a stream, and no datagram can hold it.</summary>
    public bool HasBodies { get; init; }

    /// <summary>Whether a frame reads as a fault of the protocol, so that over UDP no error is answered by an error.</summary>
    public Func<ReadOnlyMemory<byte>, bool> ReadsAsFault { get; init; } = static _ => false;

    /// <summary>Serves one connection to its end, with handlers of its own.</summary>
    public Task<ConversationEnd> ServeAsync(IDuplexPipe connection, ConversationOptions options) => serve(connection, options);
}
