using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Streams and switches go on where their model promises.</summary>
public sealed class ConversingTests
{
    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    [Theory, MemberData(nameof(Models))]
    public async Task A_stream_goes_on_where_its_conversation_is(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "desk");
        using var peer = await served.ConnectAsync();
        var (process, thread) = await ModelServer.WhereAsync(peer);
        await peer.SendAsync("WATCH 20\r\nSAY on\r\n");
        var lines = await LinesAsync(peer, 22);
        Assert.Equal(["OVER", "SAID on"], lines[20..]);
        if (model == ConcurrencyModel.Async) Assert.All(lines[..20], line => Assert.StartsWith($"AT {process} ", line));
        else Assert.All(lines[..20], line => Assert.Equal($"AT {process} {thread}", line));
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Another_protocol_goes_on_where_the_first_was(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "desk");
        using (var peer = await served.ConnectAsync())
        {
            var (process, thread) = await ModelServer.WhereAsync(peer);
            await peer.SendAsync("SWITCH\r\nSWITCH\r\nSAY on\r\nWHERE\r\nWATCH 1\r\n");
            var lines = await LinesAsync(peer, 6);
            Assert.Equal(["OVER", "OVER", "SAID on"], lines[..3]);
            if (model != ConcurrencyModel.Async) Assert.All(lines[3..5], line => Assert.Equal($"AT {process} {thread}", line));
            Assert.Equal("OVER", lines[5]);
            Assert.Equal(1, served.Server.ConnectionCount);
        }

        await served.EmptiesAsync();
        Assert.Equal(["peer-closed"], served.Ends);
    }

    private static async Task<string[]> LinesAsync(Peer peer, int count)
    {
        var bytes = await peer.ReceiveAsync(all => all.AsSpan().Count("\r\n"u8) >= count);
        return System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n")[..count];
    }
}
