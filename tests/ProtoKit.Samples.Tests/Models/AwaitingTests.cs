using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>A handler that awaits something else goes on where its model promises.</summary>
public sealed class AwaitingTests
{
    private static readonly string[] Questions = ["WHERE", "AFTER delay", "AFTER yield", "AFTER file", "AFTER pool"];

    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel> Loops => Rows.Loops;

    [Theory, MemberData(nameof(Loops))]
    public async Task In_a_loop_one_thread_runs_everybody(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "desk");
        var places = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PlacesAsync(served)));
        Assert.Single(places.SelectMany(place => place).Distinct());
    }

    [Fact]
    public async Task In_thread_each_client_has_a_thread_of_its_own()
    {
        await using var served = new ModelServer(ConcurrencyModel.Thread, "desk");
        var peers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => served.ConnectAsync()));
        var places = await Task.WhenAll(peers.Select(PlacesAsync));
        Assert.All(places, place => Assert.Single(place.Distinct()));
        Assert.Equal(5, places.Select(place => place[0].Thread).Distinct().Count());
        foreach (var peer in peers) peer.Dispose();
    }

    [Fact]
    public async Task In_iterative_the_one_thread_runs_one_client_after_the_other()
    {
        await using var served = new ModelServer(ConcurrencyModel.Iterative, "desk");
        var places = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => PlacesAsync(served)));
        Assert.Single(places.SelectMany(place => place).Distinct());
    }

    [Fact]
    public async Task In_process_each_client_has_the_one_thread_of_a_process_of_its_own()
    {
        await using var served = new ModelServer(ConcurrencyModel.Process, "desk");
        var peers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => served.ConnectAsync()));
        var places = await Task.WhenAll(peers.Select(PlacesAsync));
        Assert.All(places, place => Assert.Single(place.Distinct()));
        Assert.Equal(3, places.Select(place => place[0].Process).Append(Environment.ProcessId).Distinct().Count() - 1);
        foreach (var peer in peers) peer.Dispose();
    }

    [Theory, MemberData(nameof(Models))]
    public async Task One_that_does_not_come_back_is_answered_all_the_same(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "desk");
        using var peer = await served.ConnectAsync();
        var before = await ModelServer.WhereAsync(peer);
        for (var i = 0; i < 20; i++)
        {
            await ModelServer.WhereAsync(peer, "AFTER free");
            await peer.SendAsync("AFTER send\r\n");
            var lines = await LinesAsync(peer, 2);
            Assert.Equal("SAID from elsewhere", lines[0]);
            Assert.StartsWith($"AT {before.Process} ", lines[1]);
            // The conversation itself has not left its thread.
            if (model != ConcurrencyModel.Async) Assert.Equal(before, await ModelServer.WhereAsync(peer));
        }
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Pushes_from_the_background_arrive_between_answers_and_never_inside_one(ConcurrencyModel model)
    {
        const int Pushes = 15, Answers = 300;
        await using var served = new ModelServer(model, "desk");
        using var peer = await served.ConnectAsync();
        await peer.SendAsync($"PUSH {Pushes}\r\n");
        var asking = Task.Run(async () =>
        {
            for (var i = 1; i <= Answers; i++)
            {
                await peer.SendAsync($"SAY {i} {new string('x', i)}\r\n");
                if (i % 20 == 0) await Task.Delay(20);
            }
        });
        var lines = await LinesAsync(peer, Pushes + Answers);
        await asking;
        Assert.Equal(Enumerable.Range(1, Pushes).Select(i => $"PUSHED {i}"), lines.Where(line => line.StartsWith("PUSHED", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, Answers).Select(i => $"SAID {i} {new string('x', i)}"), lines.Where(line => line.StartsWith("SAID", StringComparison.Ordinal)));
    }

    private static async Task<List<(int Process, int Thread)>> PlacesAsync(ModelServer served)
    {
        using var peer = await served.ConnectAsync();
        return await PlacesAsync(peer);
    }

    private static async Task<List<(int Process, int Thread)>> PlacesAsync(Peer peer)
    {
        var places = new List<(int Process, int Thread)>();
        foreach (var question in Questions) places.Add(await ModelServer.WhereAsync(peer, question));
        return places;
    }

    private static async Task<string[]> LinesAsync(Peer peer, int count)
    {
        var bytes = await peer.ReceiveAsync(all => all.AsSpan().Count("\r\n"u8) >= count);
        return System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n")[..count];
    }
}
