using Samples.Tests;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>A server with a password answers nothing before it has heard it.</summary>
public sealed class PasswordTests
{
    private const string NoAuth = "-NOAUTH Authentication required.\r\n";

    [Fact]
    public async Task Nothing_is_answered_before_the_password()
    {
        await using var redis = new RedisServing("secret");
        using var peer = await redis.ConnectAsync();
        await peer.AskAsync("GET a\r\n", NoAuth);
        await peer.AskAsync("SUBSCRIBE a\r\n", NoAuth);
        await peer.AskAsync("AUTH wrong\r\n", "-WRONGPASS invalid username-password pair or user is disabled.\r\n");
        await peer.AskAsync("AUTH nobody secret\r\n", "-WRONGPASS invalid username-password pair or user is disabled.\r\n");
        await peer.AskAsync("GET a\r\n", NoAuth);
        await peer.AskAsync("AUTH secret\r\nGET a\r\n", "+OK\r\n$-1\r\n");
    }

    [Fact]
    public async Task Hello_takes_it_too()
    {
        await using var redis = new RedisServing("secret");
        using var peer = await redis.ConnectAsync();
        await peer.SendAsync("HELLO 2\r\n");
        Assert.StartsWith("-NOAUTH HELLO must be called with the client already authenticated", await peer.ReceiveTextAsync(), StringComparison.Ordinal);
        await peer.SendAsync("HELLO 2 AUTH default secret SETNAME me\r\n");
        Assert.StartsWith("*14\r\n$6\r\nserver\r\n", await peer.ReceiveTextAsync(), StringComparison.Ordinal);
        await peer.AskAsync("CLIENT GETNAME\r\n", "$2\r\nme\r\n");
    }

    [Fact]
    public async Task Whoever_has_not_said_it_cannot_send_much()
    {
        await using var redis = new RedisServing("secret");
        using var peer = await redis.ConnectAsync();
        await peer.SendAsync("*2\r\n$4\r\nAUTH\r\n$100000\r\n");
        Assert.StartsWith("-ERR Protocol error: ", await peer.ReceiveTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await peer.ReceiveToEndAsync());
    }
}
