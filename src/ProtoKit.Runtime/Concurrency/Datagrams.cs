using System.Net;
using ProtoKit.Sessions;
using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>What every model does with a datagram.</summary>
internal static class Datagrams
{
    public static Task AnswerAsync(IReception reception, Admission admission, ReadOnlyMemory<byte> datagram, SocketAddress from, DatagramSocket socket) =>
        reception.ServeAsync(
            admission,
            (datagram, from, socket),
            static (one, service, options) => DatagramExchange.AnswerAsync(service, options, one.datagram, one.from, one.socket));

    public static RemoteName NameOf(SocketAddress from) => RemoteName.Of(from.Buffer.Span[..from.Size]);
}
