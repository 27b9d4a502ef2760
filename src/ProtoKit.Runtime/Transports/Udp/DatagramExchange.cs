using System.Buffers;
using System.Net;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Transports.Udp;

/// <summary>One datagram and its answer: a conversation of its own, whose replies leave in one datagram or not at all.</summary>
internal static class DatagramExchange
{
    /// <summary>
    /// Answers one datagram, on the caller's thread as far as the handlers let it. The caller may reuse the bytes and the address as soon as the call has
    /// returned its task. Never throws for what a peer sent; throws what <see cref="ProtocolService.ServeAsync"/> throws.
    /// </summary>
    public static Task<ConversationEnd> AnswerAsync(
        ProtocolService service, ConversationOptions options, ReadOnlyMemory<byte> datagram, SocketAddress from, DatagramSocket socket)
    {
        if (!DatagramRules.MayAnswer(from, socket.Endpoint.Port)) return Task.FromResult(Dropped(options, datagram.Length));
        if (datagram.IsEmpty && !service.Wire.IsFramed) return Task.FromResult(AnswerNothing(options, from, socket));
        return ConverseAsync(service, options, datagram.ToArray(), CopyOf(from), socket);
    }

    private static async Task<ConversationEnd> ConverseAsync(
        ProtocolService service, ConversationOptions options, byte[] datagram, SocketAddress from, DatagramSocket socket)
    {
        var most = MostBytes((options.Limits ?? service.Limits).UdpReplyFactor, datagram.Length);
        var pipe = new DatagramPipe(datagram, most);
        var end = await service.ServeAsync(pipe, options with
        {
            IsDatagram = true,
            IsAnswerToFault = () => HoldsFault(service, datagram),
            // All that there is to say has been said; whoever stops only stops receiving.
            Stopping = default,
            Observer = new ExchangeObserver(options.Observer),
        }).ConfigureAwait(false);
        var answer = pipe.Answer;
        var sent = 0;
        if (answer.IsTooLong) end = ConversationEnd.UdpDropped;
        else if (answer.HasAnswer && socket.TrySend(answer.Datagram.Span, from)) sent = answer.Datagram.Length;
        options.Observer.Ended(end, datagram.Length, sent);
        return end;
    }

    // On a wire without frames nothing is a message too, but none that a handler could be shown.
    private static ConversationEnd AnswerNothing(ConversationOptions options, SocketAddress from, DatagramSocket socket)
    {
        if (options.Refusal == FaultKind.None) socket.TrySend([], from);
        options.Observer.Ended(ConversationEnd.PeerClosed, 0, 0);
        return ConversationEnd.PeerClosed;
    }

    private static ConversationEnd Dropped(ConversationOptions options, int received)
    {
        options.Observer.Ended(ConversationEnd.UdpDropped, received, 0);
        return ConversationEnd.UdpDropped;
    }

    private static long MostBytes(int factor, int request) => factor < 0 ? DatagramRules.Longest : Math.Min(DatagramRules.Longest, (long)factor * request);

    // One line of it is enough: a server's answers to several commands come in one datagram.
    private static bool HoldsFault(ProtocolService service, byte[] datagram)
    {
        var input = new WireInput(service.Wire.WithMaxFrame(-1));
        input.Feed(new ReadOnlySequence<byte>(datagram));
        try
        {
            while (true)
            {
                var status = input.ReadFrame(out var frame);
                if (status == ReadStatus.Done && service.ReadsAsFault(frame)) return true;
                if (status == ReadStatus.NeedMore && !input.EndLastLine()) return false;
            }
        }
        finally
        {
            input.Release();
        }
    }

    /// <summary>The address in memory of its own.</summary>
    public static SocketAddress CopyOf(SocketAddress address)
    {
        var copy = new SocketAddress(address.Family, address.Size);
        address.Buffer.Span[..address.Size].CopyTo(copy.Buffer.Span);
        return copy;
    }

    // The end is told when it is known whether the answer was sent.
    private sealed class ExchangeObserver(ConversationObserver observer) : ConversationObserver
    {
        public override void Failed(Exception because) => observer.Failed(because);

        public override void Handled(string command, FaultKind refusal) => observer.Handled(command, refusal);
    }
}
