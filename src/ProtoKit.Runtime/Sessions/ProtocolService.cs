using System.IO.Pipelines;

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

    /// <summary>Serves one connection to its end, with handlers of its own.</summary>
    public Task<ConversationEnd> ServeAsync(IDuplexPipe connection, ConversationOptions options) => serve(connection, options);
}
