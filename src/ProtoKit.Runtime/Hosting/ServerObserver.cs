using ProtoKit.Sessions;

namespace ProtoKit.Hosting;

/// <summary>Hears what happens in a server. Its methods are called from many threads at once.</summary>
public class ServerObserver
{
    /// <summary>A connection was accepted; the answer hears what happens in it.</summary>
    public virtual ConversationObserver Opened(long connection, string protocol, string remote) => ConversationObserver.Silent;

    /// <summary>A connection has ended.</summary>
    public virtual void Closed(long connection, ConversationEnd end)
    {
    }
}
