using System.IO.Pipelines;
using System.Net.Sockets;
using ProtoKit.Sessions;

namespace ProtoKit.Transports.Udp;

/// <summary>A client's connected UDP socket as a duplex pipe: each flush is a datagram, and so is each answer.</summary>
internal sealed class UdpPipe(Socket socket) : IDuplexPipe, IDatagramConnection, IAsyncDisposable
{
    private readonly UdpReader reader = new(socket);

    public PipeReader Input => reader;

    public PipeWriter Output { get; } = new UdpWriter(socket);

    public bool EndsLines
    {
        set => reader.EndsLines = value;
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }
}
