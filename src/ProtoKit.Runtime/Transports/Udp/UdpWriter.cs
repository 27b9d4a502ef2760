using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ProtoKit.Transports.Udp;

/// <summary>The writing half of a client's UDP socket: each flush is a datagram.</summary>
internal sealed class UdpWriter(DialledSocket socket) : PipeWriter
{
    // A send reports what became of an earlier datagram. The reader is who hears of that; it may take the word first, or be about to.
    private const int Attempts = 3;

    private readonly ArrayBufferWriter<byte> written = new();

    public override void Advance(int bytes) => written.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => written.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => written.GetSpan(sizeHint);

    public override async ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (written.WrittenCount > 0) await SendAsync(written.WrittenMemory, cancellationToken).ConfigureAwait(false);
        written.ResetWrittenCount();
        return new FlushResult(isCanceled: false, isCompleted: false);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        written.Write(source.Span);
        return FlushAsync(cancellationToken);
    }

    public override void CancelPendingFlush()
    {
        // A datagram goes at once or not at all.
    }

    public override void Complete(Exception? exception = null)
    {
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await socket.Current.SendAsync(datagram, SocketFlags.None, cancel).ConfigureAwait(false);
                return;
            }
            catch (SocketException earlier) when (earlier.SocketErrorCode == SocketError.ConnectionRefused && attempt < Attempts)
            {
                // It was not about this datagram.
            }
        }
    }
}
