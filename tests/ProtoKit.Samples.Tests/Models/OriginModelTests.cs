using System.Globalization;
using System.Text;
using ProtoKit;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Models;

/// <summary>What the origin clients send and how they receive, under every model.</summary>
[Collection(nameof(Pauses))]
public sealed class OriginModelTests
{
    public static TheoryData<ConcurrencyModel> Models => Rows.Models;

    [Theory, MemberData(nameof(Models))]
    public async Task Ten_messages_each_have_their_echo_and_bye_closes(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "echo-classic");
        using var peer = await served.ConnectAsync();
        for (var i = 1; i <= 10; i++) await peer.AskAsync($"第:{i} 条消息。", $"第:{i} 条消息。");
        await peer.SendAsync("Bye");
        Assert.Empty(await peer.ReceiveAsync());
    }

    [Theory, MemberData(nameof(Models))]
    public async Task The_file_clients_menu_is_gone_through(ConcurrencyModel model)
    {
        await using var served = new ModelServer(model, "ftp-classic");
        using var peer = await served.ConnectAsync();
        Assert.Equal("文件库为空", await AskAsync(peer, "L"));
        Assert.Equal("文件不存在", await AskAsync(peer, "G a"));
        Assert.Equal("OK", await AskAsync(peer, "P a"));
        var content = string.Concat(Enumerable.Repeat("one##two", 300));
        for (var at = 0; at < content.Length; at += 1024) await peer.SendAsync(content[at..Math.Min(at + 1024, content.Length)]);
        await Task.Delay(100);
        await peer.SendAsync("##");
        await Soon.IsAsync(() => served.Library.Names.Contains("a"), "it is stored");
        Assert.Equal(content, File.ReadAllText(served.Library.PathOf("a")));
        Assert.Equal("文件已存在", await AskAsync(peer, "P a"));
        Assert.Equal("OK", await AskAsync(peer, "L"));
        Assert.Equal("a\n", await peer.ReceiveTextAsync(4096));
        Assert.Equal("OK", await AskAsync(peer, "G a"));
        var got = new StringBuilder();
        while (await peer.ReceiveTextAsync(1024) is not "##" and var some) got.Append(some);
        Assert.Equal(content, got.ToString());
        await peer.SendAsync("Q");
        Assert.Empty(await peer.ReceiveAsync());
    }

    [Theory, MemberData(nameof(Models))]
    public async Task A_program_with_the_origins_calls_is_answered(ConcurrencyModel model)
    {
        const string Client = """
            import socket, sys
            s = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
            for i in range(1, 11):
                s.send(f"第:{i} 条消息。".encode())
                print(s.recv(1024).decode())
            s.send(b"Bye")
            print("closed" if s.recv(1024) == b"" else "still open")
            """;
        await using var served = new ModelServer(model, "echo-classic");
        var said = await ForeignProgram.RunAsync("python3", ["-c", Client, served.Endpoint.Port.ToString(CultureInfo.InvariantCulture)]);
        Assert.Equal([.. Enumerable.Range(1, 10).Select(i => $"第:{i} 条消息。"), "closed"], said.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    // The request, and one receive of the origin's.
    private static async Task<string> AskAsync(Peer peer, string request)
    {
        await peer.SendAsync(request);
        return await peer.ReceiveTextAsync(128);
    }
}
