using System.Diagnostics;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>What a server holds after a load, and what it costs when nobody speaks. Each is a process of its own, so that nobody else's is counted.</summary>
[Collection(nameof(Alone))]
public sealed class ResidueTests
{
    public static TheoryData<ConcurrencyModel, int> Models => StoppingTests.WithWorkers;

    [Theory, MemberData(nameof(Models))]
    public async Task Descriptors_threads_and_children_return_to_where_they_were(ConcurrencyModel model, int workers)
    {
        await using var child = await ChildProcess.StartAsync(model, workers: workers);
        // The first client makes what is made once.
        await LoadAsync(child, 1, 1);
        await Soon.IsAsync(() => IsSteady(child), "the server is steady");
        var (before, were) = (Tally.Of(child.Id), Tally.DescriptorsOf(child.Id));
        await LoadAsync(child, model == ConcurrencyModel.Process ? 6 : 60, 3);
        var now = before;
        await Soon.IsAsync(
            () =>
            {
                now = Tally.Of(child.Id);
                return Task.FromResult(now.Descriptors <= before.Descriptors && now.Children == before.Children && now.ServingThreads <= before.ServingThreads);
            },
            () => $"{before} is what it was, and {now} is what it is; new are {string.Join(", ", Tally.DescriptorsOf(child.Id).Except(were))}");
        Assert.Empty(Tally.ZombiesOf(child.Id));
        Assert.Equal(0, await child.StopAsync());
    }

    [Theory, MemberData(nameof(Models))]
    public async Task With_clients_who_say_nothing_it_costs_next_to_nothing(ConcurrencyModel model, int workers)
    {
        await using var child = await ChildProcess.StartAsync(model, workers: workers);
        var peers = new List<Peer>();
        for (var i = 0; i < (model == ConcurrencyModel.Process ? 4 : 20); i++)
        {
            peers.Add(await child.ConnectAsync());
            if (model != ConcurrencyModel.Iterative || i == 0) await peers[i].AskAsync("here\r\n", "here\r\n");
        }

        var shares = new List<double>();
        await Soon.IsAsync(
            async () =>
            {
                // What was just compiled may be compiled better in the background; a loop that spins never stops.
                shares.Add(await ShareAsync(child.Id));
                return shares[^1] < 0.05;
            },
            () => $"shares of a core: {string.Join(", ", shares)}");
        foreach (var peer in peers) peer.Dispose();
    }

    // Its threads of the pool, which come and go as they like, are not counted; what a pool of workers keeps is.
    private static bool IsSteady(ChildProcess child)
    {
        var first = Tally.Of(child.Id);
        Thread.Sleep(200);
        return first == Tally.Of(child.Id);
    }

    private static async Task<double> ShareAsync(int process)
    {
        var (before, waited) = (Tally.SecondsOf(process), Stopwatch.StartNew());
        await Task.Delay(1000);
        return (Tally.SecondsOf(process) - before) / waited.Elapsed.TotalSeconds;
    }

    // By word, by end and by reset.
    private static async Task LoadAsync(ChildProcess child, int together, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await Task.WhenAll(Enumerable.Range(0, together).Select(async number =>
            {
                using var peer = await child.ConnectAsync();
                await peer.AskAsync($"{number}\r\n", $"{number}\r\n");
                if (number % 3 == 0) await peer.AskAsync("Bye\r\n", "");
                else if (number % 3 == 1) peer.Finish();
                else peer.Reset();
                if (number % 3 < 2) Assert.Empty(await peer.ReceiveToEndAsync());
            }));
        }
    }
}
