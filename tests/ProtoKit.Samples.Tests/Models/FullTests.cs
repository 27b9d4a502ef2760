using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>A server that has as many clients as it may, or can, have.</summary>
[Collection(nameof(Alone))]
public sealed class FullTests
{
    public static TheoryData<ConcurrencyModel> Together => Rows.Together;

    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    [Theory, MemberData(nameof(Together))]
    public async Task One_too_many_is_told_so_and_keeps_nobody_from_the_next_free_place(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo", limits: limits => limits with { MaxConnections = 2 });
        using var first = await served.ConnectAsync();
        await first.AskAsync("first\r\n", "first\r\n");
        using var second = await served.ConnectAsync();
        await second.AskAsync("second\r\n", "second\r\n");
        var refused = new List<Peer>();
        for (var i = 0; i < 100; i++)
        {
            refused.Add(await served.ConnectAsync());
            // Half of them neither read nor leave.
            if (i % 2 == 0) Assert.StartsWith("ERR max-connections ", await LineAsync(refused[i]));
        }

        await first.AskAsync("still\r\n", "still\r\n");
        second.Dispose();
        await Soon.IsAsync(() => IsServedAsync(served), () => "the free place is had by the next");
        await first.AskAsync("still\r\n", "still\r\n");
        foreach (var peer in refused) peer.Dispose();
        await Soon.IsAsync(() => served.Server.ConnectionCount == 1, "the first alone is left");
    }

    [Fact]
    public async Task What_select_has_no_bit_for_is_refused_with_a_fault()
    {
        await using var child = await ChildProcess.StartAsync(ConcurrencyModel.Select, ballast: 900);
        var peers = new List<Peer>();
        var refused = 0;
        for (var i = 0; i < 100; i++)
        {
            var peer = await child.ConnectAsync();
            peers.Add(peer);
            await peer.SendAsync("here\r\n");
            var line = await LineAsync(peer);
            if (line.StartsWith("ERR max-connections ", StringComparison.Ordinal)) refused++;
            else Assert.Equal("here", line);
        }

        Assert.InRange(refused, 20, 99);
        await peers[0].AskAsync("still\r\n", "still\r\n");
        foreach (var peer in peers) peer.Dispose();
        await Soon.IsAsync(
            async () =>
            {
                using var peer = await child.ConnectAsync();
                await peer.SendAsync("here\r\n");
                return await LineAsync(peer) == "here";
            },
            () => "there is room again");
    }

    [Fact]
    public async Task Select_does_not_start_where_it_could_hold_nobody()
    {
        await using var child = await ChildProcess.StartAsync(ConcurrencyModel.Select, ballast: 1100);
        Assert.StartsWith("refused select(2) has no place for descriptor", Assert.Single(child.Said));
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_default_that_the_system_has_no_files_for_is_lowered_with_a_warning(ConcurrencyModel model)
    {
        await using var child = await ChildProcess.StartAsync(model, files: 400);
        if (model == ConcurrencyModel.Process) Assert.Single(child.Said);
        else Assert.Matches("^warned max-connections is lowered from [0-9]+ to 336:", Assert.Single(child.Said.SkipLast(1)));
        using var peer = await child.ConnectAsync();
        await peer.AskAsync("here\r\n", "here\r\n");
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_number_that_the_system_has_no_files_for_fails_the_start(ConcurrencyModel model)
    {
        await using var child = await ChildProcess.StartAsync(model, most: 337, files: 400);
        Assert.StartsWith("refused max-connections=337 needs more open files", Assert.Single(child.Said));
    }

    private static async Task<bool> IsServedAsync(ModelServer served)
    {
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("here\r\n");
        return await LineAsync(peer) == "here";
    }

    private static async Task<string> LineAsync(Peer peer) =>
        System.Text.Encoding.UTF8.GetString(await peer.ReceiveAsync(all => all.AsSpan().EndsWith("\n"u8))).TrimEnd();
}
