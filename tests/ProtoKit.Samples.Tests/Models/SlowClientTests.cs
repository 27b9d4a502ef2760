using System.Diagnostics;
using System.Text;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>A client that is slow in any way keeps nobody else waiting; but in iterative, which serves one at a time, it does.</summary>
[Collection(nameof(Alone))]
public sealed class SlowClientTests
{
    private static readonly string[] Ways = ["says nothing", "half a line", "half an upload", "does not read"];

    public static TheoryData<ConcurrencyModel, string> TogetherAndWays => Rows.TogetherInAllWays(Ways);

    public static TheoryData<string> AllWays => [.. Ways];

    [Theory, MemberData(nameof(TogetherAndWays))]
    public async Task The_others_do_not_notice(ConcurrencyModel model, string way)
    {
        await using var served = new ModelServer(model, "ftp");
        using var slow = await SlowAsync(served, way);
        using var witness = await served.ConnectAsync();
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 11; i++)
        {
            var waited = Stopwatch.StartNew();
            await witness.AskAsync("L\r\n", Listing(served));
            waits.Add(waited.Elapsed);
        }

        // A busy machine may keep anybody waiting, but not every time.
        Assert.InRange(waits.Order().ElementAt(5), TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory, MemberData(nameof(AllWays))]
    public async Task In_iterative_the_others_wait_until_it_has_gone(string way)
    {
        await using var served = new ModelServer(ConcurrencyModel.Iterative, "ftp");
        using var slow = await SlowAsync(served, way);
        using var witness = await served.ConnectAsync();
        await witness.SendAsync("L\r\n");
        await witness.SilenceAsync(300);
        slow.Reset();
        await witness.ExpectAsync(Listing(served));
    }

    private static string Listing(ModelServer served)
    {
        var names = served.Library.Names.Where(name => name == "large").ToArray();
        return $"OK {names.Length}\r\n" + string.Concat(names.Select(name => $"{new FileInfo(served.Library.PathOf(name)).Length} {name}\r\n"));
    }

    // Each is answered once before, so that it is known to be served.
    private static async Task<Peer> SlowAsync(ModelServer served, string way)
    {
        var peer = await served.ConnectAsync();
        await peer.AskAsync("L\r\n", "OK 0\r\n");
        switch (way)
        {
            case "half a line":
                await peer.SendAsync("G hal");
                break;
            case "half an upload":
                await peer.SendAsync("P half 1000\r\nonly this");
                break;
            case "does not read":
                File.WriteAllBytes(served.Library.PathOf("large"), new byte[1 << 20]);
                await peer.SendUntilStuckAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("G large\r\n", 1000))));
                break;
        }

        return peer;
    }
}
