using ProtoKit;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>A client that knows nothing but sockets and <see cref="Packets"/>.</summary>
internal sealed class MqttClient : IDisposable
{
    private readonly Peer peer;

    private MqttClient(Peer peer) => this.peer = peer;

    /// <summary>Connects, and has its CONNACK.</summary>
    public static async Task<MqttClient> ConnectAsync(ProtocolServer server, byte[] connect, bool present = false)
    {
        var client = new MqttClient(await Peer.ConnectAsync(server));
        await client.AskAsync(connect, Packets.Accepted(present));
        return client;
    }

    public Task SendAsync(byte[] packet) => peer.SendAsync(packet);

    public async Task AskAsync(byte[] packet, byte[] answer)
    {
        await SendAsync(packet);
        await HearAsync(answer);
    }

    /// <summary>The next packet is this one.</summary>
    public async Task HearAsync(byte[] packet) => Assert.Equal(Convert.ToHexString(packet), Convert.ToHexString(await peer.ReceiveExactlyAsync(packet.Length)));

    /// <summary>The server closes, and says nothing more.</summary>
    public async Task EndsAsync() => Assert.Empty(await peer.ReceiveToEndAsync());

    /// <summary>Goes without a word.</summary>
    public void Reset() => peer.Reset();

    public void Dispose() => peer.Dispose();
}
