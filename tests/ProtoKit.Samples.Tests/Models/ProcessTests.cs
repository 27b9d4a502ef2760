using System.Diagnostics;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Processes that serve clients, and their sudden ends.</summary>
public sealed class ProcessTests
{
    public static TheoryData<ConcurrencyModel> Sharing => [ConcurrencyModel.Async, ConcurrencyModel.Epoll];

    [Fact]
    public async Task The_end_of_one_is_its_clients_end_and_nobody_elses()
    {
        await using var served = new ModelServer(ConcurrencyModel.Process, "desk");
        using var victim = await served.ConnectAsync();
        using var witness = await served.ConnectAsync();
        var (killed, kept) = ((await ModelServer.WhereAsync(victim)).Process, (await ModelServer.WhereAsync(witness)).Process);
        Assert.NotEqual(killed, kept);
        Kill(killed);
        Assert.Empty(await EndAsync(victim));
        Assert.Equal(kept, (await ModelServer.WhereAsync(witness)).Process);
        for (var i = 0; i < 4; i++)
        {
            using var next = await served.ConnectAsync();
            Assert.NotEqual(killed, (await ModelServer.WhereAsync(next)).Process);
        }

        await Soon.IsAsync(() => served.Ends.Contains("worker-died"), "the observer has heard of it");
        Assert.Single(served.Ends, end => end == "worker-died");
        await Soon.IsAsync(() => !Directory.Exists($"/proc/{killed}"), "the dead one was waited for");
    }

    [Fact]
    public async Task One_that_dies_while_it_is_idle_is_replaced()
    {
        await using var served = new ModelServer(ConcurrencyModel.Process, "desk", workers: 1);
        for (var i = 0; i < 3; i++)
        {
            using var peer = await served.ConnectAsync();
            var worker = (await ModelServer.WhereAsync(peer)).Process;
            peer.Finish();
            Assert.Empty(await peer.ReceiveToEndAsync());
            await served.EmptiesAsync();
            Kill(worker);
            await Soon.IsAsync(() => !Directory.Exists($"/proc/{worker}"), "the worker has ended");
        }
    }

    [Fact]
    public async Task Fresh_ones_serve_one_client_each()
    {
        await using var served = new ModelServer(ConcurrencyModel.Process, "desk", fresh: true);
        var seen = new HashSet<int>();
        for (var i = 0; i < 4; i++)
        {
            using var peer = await served.ConnectAsync();
            Assert.True(seen.Add((await ModelServer.WhereAsync(peer)).Process));
        }

        await Soon.IsAsync(() => seen.All(process => !Directory.Exists($"/proc/{process}")), "all of them have ended");
    }

    [Fact]
    public async Task A_kept_one_serves_one_client_after_the_other()
    {
        await using var served = new ModelServer(ConcurrencyModel.Process, "desk", workers: 1);
        var seen = new HashSet<int>();
        for (var i = 0; i < 4; i++)
        {
            using var peer = await served.ConnectAsync();
            seen.Add((await ModelServer.WhereAsync(peer)).Process);
            peer.Finish();
            Assert.Empty(await peer.ReceiveToEndAsync());
            await served.EmptiesAsync();
        }

        Assert.Single(seen);
    }

    [Theory]
    [InlineData(ConcurrencyModel.Process, 0), InlineData(ConcurrencyModel.Epoll, 2), InlineData(ConcurrencyModel.Async, 2)]
    public async Task They_end_with_a_server_that_is_killed_and_leave_its_port(ConcurrencyModel model, int workers)
    {
        await using var child = await ChildProcess.StartAsync(model, "desk", workers);
        using var peer = await child.ConnectAsync();
        var serving = (await ModelServer.WhereAsync(peer)).Process;
        var children = Tally.ChildrenOf(child.Id);
        Assert.Contains(serving, children);
        var url = child.Endpoint.ToString();
        await child.KillAsync();
        Assert.Empty(await EndAsync(peer));
        await Soon.IsAsync(() => !children.Any(Tally.IsRunning), "the children have ended");
        // A process counts as ended when its first thread has; its sockets go with its last.
        await Soon.IsAsync(() => StartsAsync(model, url, workers), () => "its port is free");
    }

    [Theory, MemberData(nameof(Sharing))]
    public async Task A_shared_ports_worker_that_dies_is_replaced_and_the_others_clients_notice_nothing(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "desk", workers: 2);
        var clients = new List<(Peer Peer, int Worker)>();
        await Soon.IsAsync(
            async () =>
            {
                var peer = await served.ConnectAsync();
                clients.Add((peer, (await ModelServer.WhereAsync(peer)).Process));
                return clients.Select(client => client.Worker).Distinct().Count() == 2;
            },
            () => "both have a client");
        var (killed, kept) = (clients[0].Worker, clients[^1].Worker);
        Kill(killed);
        foreach (var (peer, worker) in clients)
        {
            if (worker == killed) Assert.Empty(await EndAsync(peer));
            else Assert.Equal(kept, (await ModelServer.WhereAsync(peer)).Process);
            peer.Dispose();
        }

        // Nobody who comes meanwhile is lost: the sockets are the server's.
        await Soon.IsAsync(
            async () =>
            {
                using var peer = await served.ConnectAsync();
                return (await ModelServer.WhereAsync(peer)).Process != kept;
            },
            () => "another serves in its place");
    }

    private static async Task<bool> StartsAsync(ConcurrencyModel model, string url, int workers)
    {
        try
        {
            await using var next = new ModelServer(model, "desk", url, workers: workers);
            using var peer = await next.ConnectAsync();
            await ModelServer.WhereAsync(peer);
            return true;
        }
        catch (ListenException)
        {
            return false;
        }
    }

    private static void Kill(int process)
    {
        using var victim = Process.GetProcessById(process);
        victim.Kill();
    }

    private static async Task<byte[]> EndAsync(Peer peer)
    {
        try
        {
            return await peer.ReceiveToEndAsync();
        }
        catch (System.Net.Sockets.SocketException)
        {
            return [];
        }
    }
}
