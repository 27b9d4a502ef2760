using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Tool.Benching.Load;

/// <summary>What every system has: all sockets are asked in turn, so many that wait cost something too.</summary>
internal sealed class SelectReadiness : IReadiness
{
    private readonly Dictionary<Socket, (int Key, bool Writing)> watched = [];
    private readonly List<Socket> reading = [];
    private readonly List<Socket> writing = [];

    public SocketError Connect(Socket socket, EndPoint address)
    {
        try
        {
            socket.Connect(address);
            return SocketError.Success;
        }
        catch (SocketException pending) when (pending.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
        {
            return SocketError.Success;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode;
        }
    }

    public void Add(Socket socket, int key) => watched[socket] = (key, true);

    public void WatchWriting(Socket socket, int key, bool on) => watched[socket] = (key, on);

    public void Remove(Socket socket, int key) => watched.Remove(socket);

    public void Closing(Socket socket) => watched.Remove(socket);

    public int Wait(Span<(int Key, bool Writable)> ready, TimeSpan patience)
    {
        reading.Clear();
        writing.Clear();
        foreach (var (socket, (_, writes)) in watched) (writes ? writing : reading).Add(socket);
        if (reading.Count + writing.Count == 0)
        {
            Thread.Sleep(patience);
            return 0;
        }

        Socket.Select(reading, writing, null, patience);
        var count = 0;
        for (var i = 0; i < writing.Count && count < ready.Length; i++) ready[count++] = (watched[writing[i]].Key, true);
        for (var i = 0; i < reading.Count && count < ready.Length; i++) ready[count++] = (watched[reading[i]].Key, false);
        return count;
    }

    public void Dispose() => watched.Clear();
}
