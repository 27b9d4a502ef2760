using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>Tells which of many sockets can be read or written, level by level: what was not used up is told again.</summary>
internal interface IReadiness : IDisposable
{
    /// <summary>Begins to connect without waiting; the socket becomes writable when it is known what came of it.</summary>
    SocketError Connect(Socket socket, EndPoint address);

    /// <summary>Watches for bytes to read and, at first, for room to write.</summary>
    void Add(Socket socket, int key);

    /// <summary>Watches for room to write, or no longer.</summary>
    void WatchWriting(Socket socket, int key, bool on);

    void Remove(Socket socket, int key);

    /// <summary>The socket is about to be closed.</summary>
    void Closing(Socket socket);

    /// <summary>Waits until something is ready; the keys of what is, with whether it can be written.</summary>
    int Wait(Span<(int Key, bool Writable)> ready, TimeSpan patience);
}
