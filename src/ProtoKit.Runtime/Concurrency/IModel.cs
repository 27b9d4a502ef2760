using ProtoKit.Transports.Streams;
using ProtoKit.Transports.Udp;

namespace ProtoKit.Concurrency;

/// <summary>One way to run conversations.</summary>
internal interface IModel : IAsyncDisposable
{
    /// <summary>Begins to accept, and serves whoever comes until <see cref="CloseAsync"/>.</summary>
    void Accept(StreamListener listener, IReception reception);

    /// <summary>Begins to receive datagrams, and answers them until <see cref="CloseAsync"/>.</summary>
    void Receive(DatagramSocket socket, IReception reception);

    /// <summary>Accepts nobody any more. When it is done, no listener is used.</summary>
    ValueTask CloseAsync();
}
