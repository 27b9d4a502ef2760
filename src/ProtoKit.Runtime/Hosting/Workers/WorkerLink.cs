using System.Net.Sockets;
using ProtoKit.Concurrency.Process;

namespace ProtoKit.Hosting.Workers;

/// <summary>The connection to the server, in a worker process.</summary>
internal sealed class WorkerLink : IDisposable
{
    // Whatever failed, its first lines say so.
    private const int LongestText = 8 * 1024;

    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
    private readonly Lock gate = new();
    private bool closed;
    private readonly byte[] room = new byte[WorkerProcess.LongestPacket];

    public WorkerLink(string path) => socket.Connect(new UnixDomainSocketEndPoint(path));

    /// <summary>Waits for the next packet; null: the server is gone. A descriptor that came with it is the caller's.</summary>
    public WorkerMessage? Receive(out int descriptor)
    {
        var count = DescriptorPassing.Receive((int)socket.Handle, room, out descriptor);
        return count == 0 ? null : WorkerMessage.Of(room.AsSpan(0, count));
    }

    /// <summary>Tells the server. Any thread may call it; a server that is gone is told nothing.</summary>
    public void Send(WorkerMessage message)
    {
        if (message.Text is { Length: > LongestText } text) message = message with { Text = text[..LongestText] };
        var packet = message.ToBytes();
        lock (gate)
        {
            // The descriptor of a link that is closed may be another's by now.
            if (!closed) DescriptorPassing.TrySend((int)socket.Handle, packet, null);
        }
    }

    /// <summary>Lets <see cref="Receive"/> see the end, as if the server had gone.</summary>
    public void Hang() => socket.Shutdown(SocketShutdown.Both);

    public void Dispose()
    {
        lock (gate) closed = true;
        socket.Dispose();
    }
}
