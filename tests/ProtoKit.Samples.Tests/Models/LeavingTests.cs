using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>Clients that leave in every way and at every moment: the server goes on, and nothing of them stays.</summary>
public sealed class LeavingTests
{
    private static readonly string[] Phases = ["connected", "in a line", "in an upload", "with its answer waiting", "with an answer under way", "between commands"];

    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    public static TheoryData<ConcurrencyModel> Together => Rows.Together;

    [Theory, MemberData(nameof(Models))]
    public async Task A_reset_at_any_moment_is_its_own_connections_trouble(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        foreach (var phase in Phases)
        {
            File.WriteAllBytes(served.Library.PathOf("large"), new byte[1 << 22]);
            for (var again = 0; again < 3; again++)
            {
                using var peer = await served.ConnectAsync();
                await BeginAsync(peer, phase);
                peer.Reset();
                await served.EmptiesAsync();
                Assert.Equal(["large"], served.Library.Names);
            }

            File.Delete(served.Library.PathOf("large"));
            using var witness = await served.ConnectAsync();
            await witness.AskAsync("L\r\nQ\r\n", "OK 0\r\nBYE\r\n");
        }
    }

    [Theory, MemberData(nameof(Together))]
    public async Task They_leave_in_any_order_and_the_rest_is_served(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo");
        var left = new List<Peer>();
        for (var i = 0; i < (model == ConcurrencyModel.Process ? 8 : 40); i++) left.Add(await served.ConnectAsync());
        var order = new Random(1);
        for (var gone = 0; left.Count > 0; gone++)
        {
            var peer = left[order.Next(left.Count)];
            left.Remove(peer);
            if (gone % 2 == 0) await peer.AskAsync("last\r\n", "last\r\n");
            if (gone % 3 == 0) peer.Reset();
            else if (gone % 3 == 1) peer.Dispose();
            else
            {
                peer.Finish();
                Assert.Empty(await peer.ReceiveToEndAsync());
            }

            if (left.Count > 0) await left[order.Next(left.Count)].AskAsync($"after {gone}\r\n", $"after {gone}\r\n");
            peer.Dispose();
        }

        await served.EmptiesAsync();
    }

    [Theory, MemberData(nameof(Models))]
    public async Task What_arrives_with_the_end_is_answered(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo");
        for (var i = 0; i < 20; i++)
        {
            using var peer = await served.ConnectAsync();
            peer.Cork();
            await peer.SendAsync($"one {i}\r\ntwo\r\n");
            peer.Finish();
            Assert.Equal($"one {i}\r\ntwo\r\n", System.Text.Encoding.UTF8.GetString(await peer.ReceiveToEndAsync()));
        }

        await served.EmptiesAsync();
        Assert.All(served.Ends, end => Assert.Equal("peer-closed", end));
    }

    [Theory, MemberData(nameof(Models))]
    public async Task One_who_has_sent_all_still_receives_all(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp");
        var content = TestLibrary.Bytes(3_000_000);
        File.WriteAllBytes(served.Library.PathOf("large"), content);
        using var peer = await served.ConnectAsync();
        await peer.SendAsync("G large\r\nG large\r\n");
        peer.Finish();
        byte[] answer = [.. System.Text.Encoding.UTF8.GetBytes("OK 3000000\r\n"), .. content];
        byte[] twice = [.. answer, .. answer];
        Assert.Equal(twice, await peer.ReceiveToEndAsync());
    }

    private static async Task BeginAsync(Peer peer, string phase)
    {
        switch (phase)
        {
            case "in a line":
                await peer.SendAsync("G half of a na");
                break;
            case "in an upload":
                await peer.SendAsync("P half 100000\r\nhalf");
                break;
            case "with its answer waiting":
                await peer.SendAsync("L\r\nG large\r\nL\r\n");
                break;
            case "with an answer under way":
                await peer.SendAsync("G large\r\n");
                await peer.ReceiveExactlyAsync(100_000);
                break;
            case "between commands":
                await peer.AskAsync("L\r\n", "OK 1\r\n4194304 large\r\n");
                break;
        }
    }
}
