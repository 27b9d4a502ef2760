using System.IO.Pipelines;

namespace ProtoKit.Transports.Udp;

/// <summary>One datagram as a connection: what is read is the datagram, and what is written will be the one that answers it.</summary>
/// <param name="datagram">What was received. It stays as it is as long as anybody holds it.</param>
/// <param name="most">Bytes of the answer that are the most.</param>
internal sealed class DatagramPipe(ReadOnlyMemory<byte> datagram, long most) : IDuplexPipe
{
    /// <summary>What was written.</summary>
    public DatagramCollector Answer { get; } = new(most);

    public PipeReader Input { get; } = new DatagramReader(datagram);

    public PipeWriter Output => Answer;
}
