using System.Net;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>What every model does with a datagram.</summary>
internal static class Datagrams
{
    public static Task AnswerAsync(IReception reception, Admission admission, ReadOnlyMemory<byte> datagram, SocketAddress from, DatagramSocket socket) =>
        reception.ServeAsync(admission, (service, options) => DatagramExchange.AnswerAsync(service, options, datagram, from, socket));

    public static Task DropAsync(IReception reception, Admission admission) =>
        reception.ServeAsync(admission, static (_, _) => Task.FromResult(ConversationEnd.UdpDropped));

    public static string NameOf(SocketAddress from) => RemoteName.Of(from.Buffer.Span[..from.Size]);
}
