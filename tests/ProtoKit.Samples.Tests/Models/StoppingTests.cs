using ProtoKit;
using ProtoKit.Hosting;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>The end of a server, under every model, and its next beginning.</summary>
public sealed class StoppingTests
{
    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel, int> WithWorkers => new()
    {
        { ConcurrencyModel.Async, 0 }, { ConcurrencyModel.Iterative, 0 }, { ConcurrencyModel.Thread, 0 }, { ConcurrencyModel.Process, 0 },
        { ConcurrencyModel.Poll, 0 }, { ConcurrencyModel.Select, 0 }, { ConcurrencyModel.Epoll, 0 },
        { ConcurrencyModel.Async, 2 }, { ConcurrencyModel.Epoll, 2 }, { ConcurrencyModel.Process, 1 },
    };

    [Theory, MemberData(nameof(WithWorkers))]
    public async Task Whoever_is_between_commands_sees_the_end_and_nobody_is_broken_off(ConcurrencyModel model, int workers)
    {
        await using var served = new ModelServer(model, "echo", workers: workers);
        var peers = new List<Peer>();
        for (var i = 0; i < (model == ConcurrencyModel.Iterative ? 1 : 3); i++)
        {
            peers.Add(await served.ConnectAsync());
            await peers[i].AskAsync("here\r\n", "here\r\n");
        }

        Assert.Equal(0, await served.Server.StopAsync(TimeSpan.FromSeconds(20)));
        foreach (var peer in peers)
        {
            Assert.Empty(await peer.ReceiveToEndAsync());
            peer.Dispose();
        }

        Assert.Equal(Enumerable.Repeat("drained", peers.Count), served.Ends);
    }

    [Theory, MemberData(nameof(Models))]
    public async Task An_upload_that_is_under_way_is_finished_first(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        using var peer = await served.ConnectAsync();
        await peer.AskAsync("L\r\n", "OK 0\r\n");
        await peer.SendAsync("P a 10\r\n01234");
        await Soon.IsAsync(() => served.Library.Names.Count > 0, "the upload has begun");
        var stopping = served.Server.StopAsync(TimeSpan.FromSeconds(20));
        await NobodyIsAcceptedAsync(served);
        await peer.SendAsync("56789");
        await peer.ExpectAsync("OK stored\r\n");
        Assert.Empty(await peer.ReceiveToEndAsync());
        Assert.Equal(0, await stopping);
        Assert.Equal("0123456789", File.ReadAllText(served.Library.PathOf("a")));
    }

    [Theory, MemberData(nameof(WithWorkers))]
    public async Task A_handler_that_hangs_is_broken_off_and_counted(ConcurrencyModel model, int workers)
    {
        await using var served = new ModelServer(model, "desk", workers: workers);
        using var peer = await served.ConnectAsync();
        Assert.Equal("SAID hanging", await peer.AskLineAsync("HANG"));
        Assert.Equal(1, await served.Server.StopAsync(TimeSpan.FromMilliseconds(200)));
        await AssertBrokenAsync(peer);
    }

    [Theory, MemberData(nameof(WithWorkers))]
    public async Task A_second_one_on_its_port_is_refused(ConcurrencyModel model, int workers)
    {
        await using var first = new ModelServer(model, "echo", workers: workers);
        foreach (var (second, more) in new[] { (model, workers), (ConcurrencyModel.Epoll, 0), (ConcurrencyModel.Epoll, 1) })
            Assert.Throws<ListenException>(() => new ModelServer(second, "echo", first.Endpoint.ToString(), workers: more));
        using var peer = await first.ConnectAsync();
        await peer.AskAsync("still here\r\n", "still here\r\n");
    }

    [Theory]
    [InlineData(ConcurrencyModel.Iterative), InlineData(ConcurrencyModel.Thread), InlineData(ConcurrencyModel.Poll), InlineData(ConcurrencyModel.Select)]
    public void A_model_that_has_no_workers_refuses_them(ConcurrencyModel model)
    {
        var refused = Assert.Throws<SettingException>(() => new ModelServer(model, "echo", workers: 2));
        Assert.Contains("epoll, async and process", refused.Message);
    }

    private static Task NobodyIsAcceptedAsync(ModelServer served) => Soon.IsAsync(
        async () =>
        {
            try
            {
                using var peer = await served.ConnectAsync();
                return false;
            }
            catch (System.Net.Sockets.SocketException)
            {
                return true;
            }
        },
        () => "nobody is accepted any more");

    private static async Task AssertBrokenAsync(Peer peer)
    {
        try
        {
            Assert.Empty(await peer.ReceiveToEndAsync());
        }
        catch (System.Net.Sockets.SocketException)
        {
            // A reset says the same.
        }
    }
}
