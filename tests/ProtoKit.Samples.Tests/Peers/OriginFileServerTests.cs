using System.Text;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>The generated client against a server of the origin's kind.</summary>
[Collection(nameof(Pauses))]
public sealed class OriginFileServerTests : IDisposable
{
    private readonly OriginFileServer server = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_library_is_a_fault_and_the_client_goes_on()
    {
        await using var client = await ConnectAsync();
        await Assert.ThrowsAsync<ProtocolFault<FtpClassic.Empty>>(() => client.ListAsync(default, Cancel).AsTask());
        server.Files["a"] = [1];
        Assert.Equal("a\n", await NamesAsync(client));
    }

    [Fact]
    public async Task A_list_has_all_names_and_ends_in_silence()
    {
        foreach (var i in Enumerable.Range(100, 300)) server.Files[$"文件{i}"] = [];
        await using var client = await ConnectAsync();
        Assert.Equal(string.Concat(Enumerable.Range(100, 300).Select(i => $"文件{i}\n")), await NamesAsync(client));
    }

    [Theory]
    [InlineData("content")]
    [InlineData("##")]
    [InlineData("one##two")]
    public async Task A_file_is_had_whole_and_the_next_command_too(string content)
    {
        server.Files["a"] = Encoding.UTF8.GetBytes(content + new string('x', 3000));
        await using var client = await ConnectAsync();
        Assert.Equal(server.Files["a"], await DownloadAsync(client, "a"));
        Assert.Equal("a\n", await NamesAsync(client));
    }

    [Fact]
    public async Task A_missing_file_and_an_existing_one_are_faults_of_their_kinds()
    {
        server.Files["a"] = [1];
        await using var client = await ConnectAsync();
        var missing = await Assert.ThrowsAsync<ProtocolFault<FtpClassic.Missing>>(() => client.GetAsync(new("none"), Cancel).AsTask());
        Assert.Equal(FaultKind.NotFound, missing.Kind);
        var existing = await Assert.ThrowsAsync<ProtocolFault<FtpClassic.Existing>>(() => client.PutAsync(new("a"), Cancel).AsTask());
        Assert.Equal(FaultKind.Exists, existing.Kind);
        Assert.Equal([1], await DownloadAsync(client, "a"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024)]
    [InlineData(100_000)]
    public async Task What_is_put_is_what_the_server_received(int length)
    {
        var content = TestLibrary.Bytes(length);
        await using var client = await ConnectAsync();
        await client.PutAsync(new("a"), Cancel);
        await client.UploadAsync(Body.Of(content), Cancel);
        await WaitAsync(() => server.Files.ContainsKey("a"));
        Assert.Equal(content, server.Files["a"]);
        Assert.Equal("a\n", await NamesAsync(client));
    }

    [Fact]
    public async Task Quit_ends_it()
    {
        await using var client = await ConnectAsync();
        await client.QuitAsync(default, Cancel);
        await WaitAsync(() => server.HasClosed);
    }

    public void Dispose() => server.Dispose();

    private static async Task WaitAsync(Func<bool> happened)
    {
        for (var i = 0; i < 500 && !happened(); i++) await Task.Delay(10, Cancel);
        Assert.True(happened());
    }

    private static async Task<string> NamesAsync(FtpClassic.Client client)
    {
        await using var names = (await client.ListAsync(default, Cancel)).Names;
        return Encoding.UTF8.GetString(await names.ToArrayAsync(cancel: Cancel));
    }

    private static async Task<byte[]> DownloadAsync(FtpClassic.Client client, string name)
    {
        await using var data = (await client.GetAsync(new(name), Cancel)).Data;
        return await data.ToArrayAsync(cancel: Cancel);
    }

    private Task<FtpClassic.Client> ConnectAsync() => FtpClassic.Client.ConnectAsync(server.Url, cancel: Cancel);
}
