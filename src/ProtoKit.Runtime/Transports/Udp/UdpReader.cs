using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;

namespace ProtoKit.Transports.Udp;

/// <summary>
/// The reading half of a client's UDP socket. Each read brings one datagram more, whole. The system's word that nobody listens there ends the
/// connection, as a reset does.
/// </summary>
internal sealed class UdpReader(DialledSocket socket) : PipeReader
{
    private byte[] bytes = [];
    private int start;
    private int end;
    private bool examined = true;
    private CancellationTokenSource cancel = new();

    /// <summary>A datagram that does not end in LF gets one.</summary>
    public bool EndsLines { get; set; }

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (!examined && !cancel.IsCancellationRequested) return Result(canceled: false);
        MakeRoom();
        var stop = Volatile.Read(ref cancel).Token;
        using var linked = cancellationToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken) : null;
        try
        {
            await ReceiveAsync(linked?.Token ?? stop).ConfigureAwait(false);
            return Result(canceled: false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Volatile.Write(ref cancel, new CancellationTokenSource());
            return Result(canceled: true);
        }
    }

    public override bool TryRead(out ReadResult result)
    {
        result = Result(canceled: false);
        return !examined;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        var unread = new ReadOnlySequence<byte>(bytes, start, end - start);
        this.examined = unread.Slice(examined).IsEmpty;
        start = end - (int)unread.Slice(consumed).Length;
    }

    public override void CancelPendingRead() => Volatile.Read(ref cancel).Cancel();

    public override void Complete(Exception? exception = null)
    {
    }

    // Room for the longest datagram and a line end, behind what is still unread.
    private void MakeRoom()
    {
        var (kept, needed) = (end - start, end - start + DatagramRules.Room + 1);
        var room = bytes.Length >= needed ? bytes : new byte[needed];
        bytes.AsSpan(start, kept).CopyTo(room);
        (bytes, start, end) = (room, 0, kept);
    }

    private async ValueTask ReceiveAsync(CancellationToken stop)
    {
        // On a wire without frames an empty datagram says nothing, and nothing is no end here.
        do
        {
            end += await ReceiveOneAsync(stop).ConfigureAwait(false);
        }
        while (end == start && !EndsLines);

        examined = false;
        if (EndsLines && (end == start || bytes[end - 1] != (byte)'\n')) bytes[end++] = (byte)'\n';
    }

    // What came to a socket that has been replaced is nobody's.
    private async ValueTask<int> ReceiveOneAsync(CancellationToken stop)
    {
        while (true)
        {
            var from = socket.Current;
            try
            {
                var length = await from.ReceiveAsync(bytes.AsMemory(end, DatagramRules.Room), SocketFlags.None, stop).ConfigureAwait(false);
                if (from == socket.Current) return length;
            }
            catch (Exception replaced) when (replaced is SocketException or ObjectDisposedException && from != socket.Current)
            {
                // The next one is heard instead.
            }
        }
    }

    private ReadResult Result(bool canceled) => new(new ReadOnlySequence<byte>(bytes, start, end - start), canceled, isCompleted: false);
}
