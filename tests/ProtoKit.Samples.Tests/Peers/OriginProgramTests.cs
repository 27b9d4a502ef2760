using Xunit;

namespace Samples.Tests.Peers;

/// <summary>The programs that were written after the origin's clients, where at hand: PROTOKIT_ORIGIN names their folder.</summary>
[Collection(nameof(Pauses))]
public sealed class OriginProgramTests
{
    private const string Prompt = "command: ";

    [Fact]
    public async Task The_echo_client_has_its_ten_echoes_and_its_goodbye()
    {
        await using var server = Serving.Start(EchoClassic.Service(() => new ClassicEchoServer()));
        using var client = ForeignProgram.Start("python3", [Script("echo_client.py")], server.Listeners[0].Endpoint.Port);
        Assert.Equal((0, ""), await client.EndAsync());
        Assert.Equal(
            [.. Enumerable.Range(1, 10).Select(i => $"第:{i} 条消息。"), "closed"],
            client.Said.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_file_client_puts_lists_gets_and_quits()
    {
        using var library = new FreshLibrary();
        using var own = new FreshLibrary();
        File.WriteAllText(own.PathOf("a"), "one##two" + new string('x', 2000));
        File.WriteAllText(library.PathOf("乙"), "theirs##" + new string('y', 2000));
        await using var server = Serving.Start(FtpClassic.Service(() => new ClassicFileServer(library.Files)));
        using var client = ForeignProgram.Start("python3", ["-u", Script("ftp_client.py")], server.Listeners[0].Endpoint.Port, own.Root);
        string[] orders = ["get none", "get 乙", "put a", "list", "put a", "quit"];
        foreach (var (number, order) in orders.Index())
        {
            await client.HearAsync(Prompt, number + 1);
            if (order == "list") await StoredAsync(library);
            await client.TypeAsync(order + "\n");
        }

        Assert.Contains("goodbye", (await client.EndAsync()).Complaint);
        Assert.Contains("文件不存在", client.Said);
        Assert.Contains("a\n乙\n", client.Said.ReplaceLineEndings("\n"));
        Assert.Contains("文件已存在", client.Said);
        Assert.Equal(File.ReadAllBytes(own.PathOf("a")), File.ReadAllBytes(library.PathOf("a")));
        Assert.Equal(File.ReadAllBytes(library.PathOf("乙")), File.ReadAllBytes(own.PathOf("乙")));
    }

    // Nobody types the next command as fast as a program does, and this wire has no answer to an upload.
    private static async Task StoredAsync(FreshLibrary library)
    {
        for (var i = 0; i < 500 && !library.Names.Contains("a"); i++) await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private static string Script(string name)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("PROTOKIT_ORIGIN") ?? "/work/shared/origin", name);
        Assert.SkipUnless(File.Exists(path), $"no {path}");
        return path;
    }
}
