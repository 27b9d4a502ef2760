using System.Diagnostics;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

/// <summary>What has to hold whatever clients do: a file is there whole or not at all, and nobody else notices.</summary>
public sealed class UploadTests : IAsyncDisposable
{
    private static readonly Limits Impatient = new() { RateGrace = TimeSpan.FromMilliseconds(500) };

    private readonly FreshLibrary library = new();
    private readonly ProtocolServer server;

    public UploadTests() => server = Serving.Start(Ftp.Service(() => new FileServer(library.Files)), Impatient);

    [Fact]
    public async Task Of_fifty_uploads_of_one_name_at_once_exactly_one_succeeds_and_is_whole()
    {
        var contents = Enumerable.Range(0, 50).Select(i => Enumerable.Repeat((byte)i, 100_000).ToArray()).ToArray();
        var stored = await Task.WhenAll(contents.Select(PutAsync));
        var winner = Array.IndexOf(stored, true);
        Assert.Single(stored, true);
        Assert.Equal(["one"], library.Names);
        Assert.Equal(contents[winner], File.ReadAllBytes(library.PathOf("one")));
    }

    [Theory]
    [InlineData("fin", 0)]
    [InlineData("fin", 500)]
    [InlineData("rst", 500)]
    [InlineData("rst", 999)]
    [InlineData("silence", 500)]
    public async Task A_client_that_dies_in_an_upload_leaves_nothing_and_the_name_is_free(string how, int after)
    {
        await using var witness = await Ftp.Client.ConnectAsync(server.UrlOf(), cancel: TestContext.Current.CancellationToken);
        using var peer = await Peer.ConnectAsync(server);
        // Only who is counted can be waited for.
        await peer.AskAsync("L\r\n", "OK 0\r\n");
        await peer.SendAsync("P a 1000\r\n" + new string('x', after));
        if (how == "fin") peer.Finish();
        if (how == "rst") peer.Reset();
        while (server.ConnectionCount > 1)
        {
            await witness.ListAsync(TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Empty(library.Names);
        await witness.PutAsync(new("a"), Body.FromText("again"), TestContext.Current.CancellationToken);
        Assert.Equal(["a"], library.Names);
    }

    [Fact]
    public async Task Two_hundred_clients_at_once_are_all_served()
    {
        var waited = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(async _ =>
        {
            using var peer = await Peer.ConnectAsync(server);
            await peer.SendAsync("L\r\nQ\r\n");
            await peer.ExpectAsync("OK 0\r\nBYE\r\n");
            Assert.Empty(await peer.ReceiveToEndAsync());
        }));
        Assert.InRange(waited.ElapsedMilliseconds, 0, 15_000);
    }

    [Fact]
    public async Task A_file_of_one_byte_takes_no_time()
    {
        var cancel = TestContext.Current.CancellationToken;
        File.WriteAllText(library.PathOf("a"), "1");
        await using var client = await Ftp.Client.ConnectAsync(server.UrlOf(), cancel: cancel);
        var times = new List<double>();
        for (var i = 0; i < 101; i++)
        {
            var waited = Stopwatch.StartNew();
            Assert.Equal("1"u8.ToArray(), await (await client.GetAsync(new("a"), cancel)).Data.ToArrayAsync(cancel: cancel));
            times.Add(waited.Elapsed.TotalMilliseconds);
        }

        Assert.InRange(times.Order().ElementAt(50), 0, 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(400)]
    [InlineData(10_000)]
    public async Task A_list_of_any_length_is_complete(int count)
    {
        for (var i = 0; i < count; i++) File.WriteAllText(library.PathOf($"文件{i:00000}"), "");
        await using var client = await Ftp.Client.ConnectAsync(server.UrlOf(), cancel: TestContext.Current.CancellationToken);
        var listing = await client.ListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"文件{i:00000}"), listing.Files.Select(file => file.Name));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        library.Dispose();
    }

    private async Task<bool> PutAsync(byte[] content)
    {
        try
        {
            await using var client = await Ftp.Client.ConnectAsync(server.UrlOf());
            await client.PutAsync(new("one"), Body.Of(content));
            return true;
        }
        catch (ProtocolFault<Ftp.Error> refused)
        {
            Assert.Equal(FaultKind.Exists, refused.Kind);
            return false;
        }
    }
}
