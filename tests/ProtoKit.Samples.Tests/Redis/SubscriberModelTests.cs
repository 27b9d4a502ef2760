using ProtoKit;
using Samples.Tests.Models;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>Channels under every model that serves several connections from one process.</summary>
public sealed class SubscriberModelTests
{
    public static TheoryData<ConcurrencyModel> Models =>
        [.. Enum.GetValues<ConcurrencyModel>().Where(model => model is not (ConcurrencyModel.Iterative or ConcurrencyModel.Process))];

    [Theory, MemberData(nameof(Models))]
    public async Task What_is_published_is_heard_by_all_in_order(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "redis");
        using var one = await served.ConnectAsync();
        using var two = await served.ConnectAsync();
        using var publisher = await served.ConnectAsync();
        await one.AskAsync("SUBSCRIBE a b\r\n", "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n*3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:2\r\n");
        await two.AskAsync("SUBSCRIBE b\r\n", "*3\r\n$9\r\nsubscribe\r\n$1\r\nb\r\n:1\r\n");
        await publisher.AskAsync("PUBLISH a 1\r\nPUBLISH b 2\r\nPUBLISH c 3\r\n", ":1\r\n:2\r\n:0\r\n");
        await one.ExpectAsync("*3\r\n$7\r\nmessage\r\n$1\r\na\r\n$1\r\n1\r\n*3\r\n$7\r\nmessage\r\n$1\r\nb\r\n$1\r\n2\r\n");
        await two.ExpectAsync("*3\r\n$7\r\nmessage\r\n$1\r\nb\r\n$1\r\n2\r\n");
        two.Dispose();
        await Soon.IsAsync(
            async () =>
            {
                await publisher.SendAsync("PUBLISH b 4\r\n");
                return await publisher.ReceiveTextAsync() == ":1\r\n";
            },
            () => "whoever is gone is not counted");
    }

    [Theory, MemberData(nameof(Models))]
    public async Task Whoever_does_not_read_holds_nobody_up_and_is_ended(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "redis");
        using var deaf = await served.ConnectAsync();
        using var publisher = await served.ConnectAsync();
        await deaf.AskAsync("SUBSCRIBE a\r\n", "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n");
        var megabyte = $"*3\r\n$7\r\nPUBLISH\r\n$1\r\na\r\n$1000000\r\n{new string('x', 1_000_000)}\r\n";
        for (var sent = 0; sent < 60; sent++)
        {
            await publisher.SendAsync(megabyte);
            Assert.Contains(await publisher.ReceiveTextAsync(), (string[])[":1\r\n", ":0\r\n"]);
        }

        await Soon.IsAsync(() => served.Ends.Contains("output-limit"), "the connection that does not read has ended");
        await publisher.AskAsync("PUBLISH a x\r\nDBSIZE\r\n", ":0\r\n:0\r\n");
    }
}
