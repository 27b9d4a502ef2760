using System.IO.Pipelines;
using System.Net.Sockets;
using ProtoKit.Sessions;

namespace ProtoKit.Transports.Udp;

/// <summary>A client's connected UDP socket as a duplex pipe: each flush is a datagram, and so is each answer.</summary>
internal sealed class UdpPipe : IDuplexPipe, IDatagramConnection, IAsyncDisposable
{
    private readonly DialledSocket socket;
    private readonly UdpReader reader;

    public UdpPipe(Socket connected)
    {
        socket = new DialledSocket(connected);
        reader = new UdpReader(socket);
        Output = new UdpWriter(socket);
    }

    public PipeReader Input => reader;

    public PipeWriter Output { get; }

    public bool EndsLines
    {
        set => reader.EndsLines = value;
    }

    public void Renew() => socket.Renew();

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }
}
