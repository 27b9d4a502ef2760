using System.IO.Pipelines;
using System.Net.Sockets;

namespace ProtoKit.Transports.Tcp;

/// <summary>A TCP connection as a duplex pipe. Completing the output sends FIN and leaves the input open: a half-close.</summary>
internal sealed class SocketPipe : IDuplexPipe, IAsyncDisposable
{
    private readonly Socket socket;

    public SocketPipe(Socket socket)
    {
        this.socket = socket;
        // A read waits without a buffer until there is something to read, so that an idle connection holds none.
        Input = PipeReader.Create(
            new NetworkStream(socket, ownsSocket: false),
            new StreamPipeReaderOptions(bufferSize: 16 * 1024, minimumReadSize: 4 * 1024, leaveOpen: true, useZeroByteReads: true));
        Output = new SocketWriter(socket);
    }

    /// <summary>The system's number for the socket.</summary>
    public nint Descriptor => socket.Handle;

    public PipeReader Input { get; }

    public PipeWriter Output { get; }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return default;
    }
}
