using System.Net;
using System.Net.Sockets;
using System.Text;
using ProtoKit;
using Xunit;

namespace Samples.Tests.Peers;

/// <summary>A download whose server dies in the middle never looks complete.</summary>
[Collection(nameof(Pauses))]
public sealed class CutDownloadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(500, false)]
    [InlineData(500, true)]
    [InlineData(999, false)]
    [InlineData(999, true)]
    public async Task After_some_of_a_thousand_bytes_it_throws(int sent, bool reset)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var dying = DieAsync(listener, "OK 1000\r\n" + new string('x', sent), reset);
        await using var client = await Ftp.Client.ConnectAsync($"tcp://{listener.LocalEndpoint}", cancel: Cancel);

        // A reset may overtake the answer, then there is no body at all.
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var data = (await client.GetAsync(new("a"), Cancel)).Data;
            await data.ToArrayAsync(cancel: Cancel);
        });

        Assert.IsAssignableFrom<IOException>(failure);
        await dying;
    }

    [Fact]
    public async Task Without_its_mark_a_download_of_the_origin_throws()
    {
        using var server = new OriginFileServer(cutDownloads: true);
        server.Files["a"] = TestLibrary.Bytes(3000);
        await using var client = await FtpClassic.Client.ConnectAsync(server.Url, cancel: Cancel);
        await using var data = (await client.GetAsync(new("a"), Cancel)).Data;
        await Assert.ThrowsAnyAsync<IOException>(() => data.ToArrayAsync(cancel: Cancel).AsTask());
    }

    private static async Task DieAsync(TcpListener listener, string lastWords, bool reset)
    {
        using var client = await listener.AcceptSocketAsync(Cancel);
        await client.ReceiveAsync(new byte[1024], Cancel);
        await client.SendAsync(Encoding.UTF8.GetBytes(lastWords), Cancel);
        if (reset) client.LingerState = new LingerOption(true, 0);
    }
}
