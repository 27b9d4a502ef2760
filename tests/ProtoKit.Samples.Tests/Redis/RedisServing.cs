using ProtoKit;
using ProtoKit.Sessions;
using Samples.Tests;

namespace Samples.Redis.Tests;

/// <summary>A Redis of ours on a port of its own.</summary>
internal sealed class RedisServing : IAsyncDisposable
{
    private readonly ProtocolServer server;

    public RedisServing(string? password = null, Limits? limits = null) => server = Serving.Start(Service(password), limits);

    public int Port => server.Listeners[0].Endpoint.Port;

    public Task<Peer> ConnectAsync() => Peer.ConnectAsync(server);

    /// <summary>A new, empty server, as the tool makes it from settings.</summary>
    public static ProtocolService Service(string? password = null)
    {
        var (keyspace, channels, roll) = (new Keyspace(), new Channels(), new ClientRoll());
        return Redis.Service(() => new RedisServer(keyspace, channels, roll, password));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
