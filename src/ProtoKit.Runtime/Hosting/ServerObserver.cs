using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;

namespace ProtoKit.Hosting;

/// <summary>Hears what happens in a server. Its methods are called from many threads at once.</summary>
public class ServerObserver
{
    /// <summary>It has a use for <see cref="ConversationObserver.Handled"/>. Worker processes do not tell of each command unless somebody wants to hear it.</summary>
    public virtual bool HearsCommands => GetType() != typeof(ServerObserver);

    /// <summary>A connection was accepted; the answer hears what happens in it.</summary>
    public virtual ConversationObserver Opened(long connection, string protocol, string remote) => ConversationObserver.Silent;

    // Nobody is asked for a name who makes nothing of it.
    internal virtual ConversationObserver Opened(long connection, string protocol, RemoteName remote) =>
        GetType() == typeof(ServerObserver) ? ConversationObserver.Silent : Opened(connection, protocol, remote.ToString());

    /// <summary>A connection has ended.</summary>
    public virtual void Closed(long connection, ConversationEnd end)
    {
    }

    /// <summary>Something failed that was no client's conversation.</summary>
    public virtual void Failed(Exception because)
    {
    }

    /// <summary>The operator should know this, although the server goes on.</summary>
    public virtual void Warned(string message)
    {
    }
}
