using System.Buffers;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>Coroutines where there is no epoll, and datagrams everywhere: each conversation is a task, and goes on wherever the pool has a thread.</summary>
internal sealed class AsyncModel : IModel
{
    private readonly CancellationTokenSource closing = new();
    private readonly List<Task> accepting = [];

    public void Accept(StreamListener listener, IReception reception) => accepting.Add(Task.Run(() => AcceptAsync(listener, reception)));

    public void Receive(DatagramSocket socket, IReception reception) => accepting.Add(Task.Run(() => ReceiveAsync(socket, reception)));

    public async ValueTask CloseAsync()
    {
        await closing.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(accepting).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => CloseAsync();

    private async Task AcceptAsync(StreamListener listener, IReception reception)
    {
        while (await listener.AcceptAsync(closing.Token).ConfigureAwait(false) is var (pipe, remote))
        {
            var admission = reception.Admit(new RemoteName(remote), canHold: pipe.Descriptor < Descriptors.ForClients);
            if (pipe.Descriptor >= Descriptors.ForRefusals)
            {
                await pipe.DisposeAsync().ConfigureAwait(false);
                reception.Drop(admission, ConversationEnd.Aborted);
                continue;
            }

            _ = Task.Run(() => reception.ServeAsync(admission, pipe));
        }
    }

    private async Task ReceiveAsync(DatagramSocket socket, IReception reception)
    {
        var from = socket.NewAddress();
        var room = new byte[DatagramRules.Room];
        try
        {
            while (true)
            {
                var length = await socket.ReceiveAsync(room, from, closing.Token).ConfigureAwait(false);
                var admission = reception.Admit(Datagrams.NameOf(from));
                if (admission.Refused) reception.Drop(admission, ConversationEnd.UdpDropped);
                else Answer(room.AsSpan(0, length), admission);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException)
        {
            // No more are received.
        }

        void Answer(ReadOnlySpan<byte> received, Admission admission)
        {
            var datagram = ArrayPool<byte>.Shared.Rent(received.Length);
            received.CopyTo(datagram);
            var (sender, length) = (DatagramExchange.CopyOf(from), received.Length);
            _ = Task.Run(async () =>
            {
                await Datagrams.AnswerAsync(reception, admission, datagram.AsMemory(0, length), sender, socket).ConfigureAwait(false);
                ArrayPool<byte>.Shared.Return(datagram);
            });
        }
    }
}
