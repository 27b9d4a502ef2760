using System.Diagnostics;
using System.Globalization;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>
/// In async a handler may block or compute: it does not hold the others up for long. What is promised is less than 50 ms; a busy machine adds its own, so that
/// the bounds here are wider, and still far below what is blocked.
/// </summary>
[Collection(nameof(Alone))]
public sealed class BlockingTests
{
    private const int Long = 1500;

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    [Theory]
    [InlineData("NAP"), InlineData("SPIN")]
    public async Task One_who_keeps_a_thread_keeps_nobody_waiting(string how)
    {
        await using var served = new ModelServer(ConcurrencyModel.Async, "desk");
        var witnesses = await WitnessesAsync(served);
        using var peer = await served.ConnectAsync();
        await ModelServer.WhereAsync(peer);
        await peer.SendAsync($"{how} {Long}\r\n");
        Assert.InRange(await SlowestAsync(witnesses, TimeSpan.FromMilliseconds(Long - 500)), TimeSpan.Zero, Moment);
        Assert.StartsWith("AT ", (await LinesAsync(peer, 1))[0]);
        Leave(witnesses);
    }

    [Fact]
    public async Task A_stream_that_blocks_between_its_items_keeps_nobody_waiting()
    {
        await using var served = new ModelServer(ConcurrencyModel.Async, "desk");
        var witnesses = await WitnessesAsync(served);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("DRIP 4 300\r\n");
        Assert.InRange(await SlowestAsync(witnesses, TimeSpan.FromMilliseconds(1000)), TimeSpan.Zero, Moment);
        Assert.Equal("OVER", (await LinesAsync(peer, 5))[4]);
        Leave(witnesses);
    }

    [Fact]
    public async Task A_burst_of_sleepers_is_noticed_once_and_not_for_as_long_as_they_sleep()
    {
        await using var served = new ModelServer(ConcurrencyModel.Async, "desk");
        var witnesses = await WitnessesAsync(served);
        var sleepers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => served.ConnectAsync()));
        foreach (var bound in new[] { TimeSpan.FromSeconds(1), Moment })
        {
            await Task.WhenAll(sleepers.Select(sleeper => sleeper.SendAsync("NAP 1000\r\n")));
            Assert.InRange(await SlowestAsync(witnesses, TimeSpan.FromMilliseconds(700)), TimeSpan.Zero, bound);
            foreach (var sleeper in sleepers) Assert.StartsWith("AT ", (await LinesAsync(sleeper, 1))[0]);
        }

        foreach (var sleeper in sleepers) sleeper.Dispose();
        Leave(witnesses);
    }

    [Fact]
    public async Task Answers_behind_one_that_was_long_in_coming_are_whole_and_in_order()
    {
        await using var served = new ModelServer(ConcurrencyModel.Async, "desk");
        var peers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => served.ConnectAsync()));
        await Task.WhenAll(peers.Select((peer, number) => Task.Run(async () =>
        {
            var words = Enumerable.Range(0, 40).Select(i => i % 10 == 3 ? "NAP 40" : string.Create(CultureInfo.InvariantCulture, $"SAY {number} {i}")).ToList();
            await peer.SendAsync(string.Concat(words.Select(word => word + "\r\n")));
            foreach (var (word, line) in words.Zip(await LinesAsync(peer, words.Count)))
            {
                if (word[0] == 'N') Assert.StartsWith("AT ", line);
                else Assert.Equal($"SAID {word[4..]}", line);
            }
        })));
        Leave(peers);
        await served.EmptiesAsync();
    }

    [Fact]
    public async Task A_server_stops_although_a_handler_is_stuck()
    {
        await using var served = new ModelServer(ConcurrencyModel.Async, "desk");
        var witnesses = await WitnessesAsync(served);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("NAP 20000\r\n");
        await SlowestAsync(witnesses, TimeSpan.FromMilliseconds(300));
        var took = Stopwatch.StartNew();
        Assert.Equal(1, await served.Server.StopAsync(TimeSpan.FromMilliseconds(200)));
        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Leave(witnesses);
    }

    // So many that some of them share the loop of whoever blocks.
    private static Task<Peer[]> WitnessesAsync(ModelServer served) => Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
    {
        var peer = await served.ConnectAsync();
        await ModelServer.WhereAsync(peer);
        return peer;
    }));

    // The longest wait that any of them had.
    private static async Task<TimeSpan> SlowestAsync(Peer[] witnesses, TimeSpan watched)
    {
        var waits = await Task.WhenAll(witnesses.Select(peer => Task.Run(async () =>
        {
            var longest = TimeSpan.Zero;
            for (var all = Stopwatch.StartNew(); all.Elapsed < watched;)
            {
                var waited = Stopwatch.StartNew();
                await ModelServer.WhereAsync(peer);
                if (waited.Elapsed > longest) longest = waited.Elapsed;
                await Task.Delay(5);
            }

            return longest;
        })));
        return waits.Max();
    }

    private static async Task<string[]> LinesAsync(Peer peer, int count)
    {
        var bytes = await peer.ReceiveAsync(all => all.AsSpan().Count("\r\n"u8) >= count);
        return System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n")[..count];
    }

    private static void Leave(Peer[] peers)
    {
        foreach (var peer in peers) peer.Dispose();
    }
}
