using System.Diagnostics;
using System.Text;
using ProtoKit;
using Xunit;

namespace Samples.Tests;

/// <summary>The origin file server's wire, byte for byte, as its clients read it: by one receive each.</summary>
public sealed class ClassicFtpTests : IAsyncDisposable
{
    private readonly FreshLibrary library = new();
    private readonly ProtocolServer server;

    public ClassicFtpTests() => server = Serving.Start(FtpClassic.Service(() => new ClassicFileServer(library.Files)));

    [Fact]
    public async Task An_empty_library_says_so_and_a_full_one_lists_its_names_after_a_pause()
    {
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync("L");
        Assert.Equal("文件库为空", await peer.ReceiveTextAsync(128));
        File.WriteAllText(library.PathOf("甲"), "1");
        File.WriteAllText(library.PathOf("b"), "2");
        await peer.SendAsync("L");
        Assert.Equal("OK", await peer.ReceiveTextAsync(128));
        await PauseAsync(async () => Assert.Equal("b\n甲\n", await peer.ReceiveTextAsync(4096)));
    }

    [Fact]
    public async Task A_file_comes_after_a_pause_and_its_mark_after_another()
    {
        File.WriteAllText(library.PathOf("a"), "content");
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync("G a");
        Assert.Equal("OK", await peer.ReceiveTextAsync(128));
        await PauseAsync(async () => Assert.Equal("content", await peer.ReceiveTextAsync()));
        await PauseAsync(async () => Assert.Equal("##", await peer.ReceiveTextAsync()));
    }

    [Theory]
    [InlineData("G nothing", "文件不存在")]
    [InlineData("G ../secret", "文件不存在")]
    [InlineData("P ../secret", "文件已存在")]
    [InlineData("P .", "文件已存在")]
    public async Task What_cannot_be_had_has_its_word(string request, string answer)
    {
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(request);
        Assert.Equal(answer, await peer.ReceiveTextAsync(128));
        Assert.Empty(library.Names);
    }

    [Fact]
    public async Task An_upload_ends_with_a_mark_by_itself_and_has_no_answer()
    {
        using var peer = await Peer.ConnectAsync(server);
        await UploadAsync(peer, "a", "con##tent");
        await WaitForAsync("a");
        Assert.Equal("con##tent", File.ReadAllText(library.PathOf("a")));
        await peer.SendAsync("P a");
        Assert.Equal("文件已存在", await peer.ReceiveTextAsync(128));
    }

    [Fact]
    public async Task An_upload_without_its_mark_leaves_nothing_and_the_name_is_free()
    {
        using (var dies = await Peer.ConnectAsync(server))
        {
            await dies.SendAsync("P a");
            Assert.Equal("OK", await dies.ReceiveTextAsync(128));
            await dies.SendAsync("half of it");
            dies.Finish();
            Assert.Empty(await dies.ReceiveToEndAsync());
        }

        Assert.Empty(library.Names);
        using var peer = await Peer.ConnectAsync(server);
        await UploadAsync(peer, "a", "whole");
        await WaitForAsync("a");
    }

    [Fact]
    public async Task The_end_right_after_a_mark_completes_an_upload()
    {
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync("P a");
        Assert.Equal("OK", await peer.ReceiveTextAsync(128));
        await peer.SendAsync("all##");
        peer.Finish();
        Assert.Empty(await peer.ReceiveToEndAsync());
        Assert.Equal("all", File.ReadAllText(library.PathOf("a")));
    }

    [Fact]
    public async Task Anything_else_is_passed_over_and_quit_closes()
    {
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync("hello");
        await peer.SilenceAsync(200);
        await peer.SendAsync("Q");
        Assert.Empty(await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Bytes_that_are_no_text_close_their_connection_only()
    {
        using var witness = await Peer.ConnectAsync(server);
        using var peer = await Peer.ConnectAsync(server);
        await peer.SendAsync(new byte[] { 0xFF, 0xFE });
        Assert.Empty(await peer.ReceiveToEndAsync());
        await witness.SendAsync("L");
        Assert.Equal("文件库为空", await witness.ReceiveTextAsync(128));
    }

    [Fact]
    public async Task The_generated_client_says_and_hears_all_of_it()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var client = await FtpClassic.Client.ConnectAsync(server.UrlOf(), cancel: cancel);
        await client.PutAsync(new LastWord("a"), cancel);
        await client.UploadAsync(Body.FromText("content"), cancel);
        await WaitForAsync("a");
        var listing = await client.ListAsync(default, cancel);
        Assert.Equal("a\n", Encoding.UTF8.GetString(await listing.Names.ToArrayAsync(cancel: cancel)));
        var content = await client.GetAsync(new LastWord("a"), cancel);
        Assert.Equal("content", Encoding.UTF8.GetString(await content.Data.ToArrayAsync(cancel: cancel)));
        await Assert.ThrowsAsync<ProtocolFault<FtpClassic.Existing>>(() => client.PutAsync(new LastWord("a"), cancel).AsTask());
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        library.Dispose();
    }

    // Clients tell two messages apart by the time between them; 30 ms is the least that they need.
    private static async Task PauseAsync(Func<Task> next)
    {
        var waited = Stopwatch.StartNew();
        await next();
        Assert.InRange(waited.ElapsedMilliseconds, 30, 10_000);
    }

    private static async Task UploadAsync(Peer peer, string name, string content)
    {
        await peer.SendAsync($"P {name}");
        Assert.Equal("OK", await peer.ReceiveTextAsync(128));
        await peer.SendAsync(content);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await peer.SendAsync("##");
    }

    private async Task WaitForAsync(string name)
    {
        for (var i = 0; i < 500 && !library.Names.Contains(name); i++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.Equal([name], library.Names);
    }
}
