using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Many clients at once. The server is a process of its own: select needs its descriptors low, and this process has the clients' own.</summary>
[Collection(nameof(Alone))]
public sealed class CrowdTests
{
    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel, int> Held => new()
    {
        { ConcurrencyModel.Async, 1000 }, { ConcurrencyModel.Epoll, 1000 }, { ConcurrencyModel.Poll, 1000 }, { ConcurrencyModel.Select, 800 },
        { ConcurrencyModel.Thread, 500 }, { ConcurrencyModel.Process, 50 },
    };

    [Theory, MemberData(nameof(Models))]
    public async Task Two_hundred_who_come_at_once_are_all_served(ConcurrencyModel model)
    {
        await using var child = await ChildProcess.StartAsync(model, most: 400);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        {
            using var peer = await child.ConnectAsync();
            await peer.AskAsync($"I am {number}\r\n", $"I am {number}\r\n");
            await peer.SendAsync("Bye\r\n");
            Assert.Empty(await peer.ReceiveToEndAsync());
        })));
        Assert.Equal(0, await child.StopAsync());
    }

    [Theory, MemberData(nameof(Held))]
    public async Task As_many_as_a_model_holds_are_each_answered_while_all_are_there(ConcurrencyModel model, int count)
    {
        await using var child = await ChildProcess.StartAsync(model);
        // One after the other, so that they are accepted in the order in which their answers are looked at.
        var peers = new List<Peer>();
        while (peers.Count < count) peers.Add(await child.ConnectAsync());
        foreach (var round in new[] { "first", "second" })
        {
            await Task.WhenAll(peers.Select((peer, number) => peer.SendAsync($"{round} of {number}\r\n")));
            foreach (var (number, peer) in peers.Index()) await peer.ExpectAsync($"{round} of {number}\r\n");
        }

        foreach (var peer in peers) peer.Dispose();
    }

    [Fact]
    public async Task Iterative_holds_one_and_the_rest_wait_for_their_turn()
    {
        await using var child = await ChildProcess.StartAsync(ConcurrencyModel.Iterative);
        var peers = new List<Peer>();
        for (var number = 0; number < 50; number++)
        {
            peers.Add(await child.ConnectAsync());
            await peers[number].SendAsync($"I am {number}\r\n");
        }

        foreach (var (number, peer) in peers.Index())
        {
            await peer.ExpectAsync($"I am {number}\r\n");
            if (number < 49) await peers[number + 1].SilenceAsync(20);
            peer.Dispose();
        }
    }

    [Theory]
    [InlineData(ConcurrencyModel.Async), InlineData(ConcurrencyModel.Epoll), InlineData(ConcurrencyModel.Poll)]
    public async Task A_burst_of_a_thousand_is_accepted_without_another_event(ConcurrencyModel model)
    {
        await using var child = await ChildProcess.StartAsync(model);
        // Each has said all it says before the server looks: whoever waits for one more edge waits for ever.
        var peers = await Task.WhenAll(Enumerable.Range(0, 1000).Select(async number =>
        {
            var peer = await child.ConnectAsync();
            await peer.SendAsync($"{number}\r\n");
            return peer;
        }));
        foreach (var (number, peer) in peers.Index())
        {
            await peer.ExpectAsync($"{number}\r\n");
            peer.Dispose();
        }
    }
}
