using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ProtoKit.Tool.Tests.Speaking;

public sealed class ProbeTests
{
    private static Task<ToolRun> ProbeAsync(string url, params string[] options) =>
        ToolRun.OfAsync(["probe", url, "--proto", ToolRun.Sample("Ftp"), "--protocol", "ftp", .. options]);

    [Fact]
    public async Task A_server_that_speaks_is_ok()
    {
        using var folder = new TemporaryFolder();
        await using var ftp = await ServedSample.StartAsync("Ftp", ["ftp", "ftp-classic"], "--set", $"root={folder.Path}");
        var run = await ProbeAsync(ftp["ftp"]);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Matches($"^ok {ftp["ftp"]} speaks ftp \\(connect [0-9.]+ ms, list [0-9.]+ ms\\)\n$", run.Out);

        var json = JsonDocument.Parse((await ProbeAsync(ftp["ftp"], "--json")).Out).RootElement;
        Assert.Equal((true, "List"), (json.GetProperty("ok").GetBoolean(), json.GetProperty("command").GetString()));

        // An empty library answers with a fault of its own, which is an answer.
        run = await ToolRun.OfAsync("probe", ftp["ftp-classic"], "--proto", ftp.Sample, "--protocol", "ftp-classic");
        Assert.Equal(0, run.Exit);
        Assert.StartsWith($"ok {ftp["ftp-classic"]} speaks ftp-classic", run.Out);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", 9, "this is no answer: HTTP/1.1 400 Bad Request")]
    [InlineData("OK x\r\n", 9, "the answer is not understood")]
    [InlineData("ERR busy too many\r\n", 1, "")]
    [InlineData("", 9, "the server closed the connection")]
    public async Task Whoever_answers_something_else_is_found_out(string answer, int exit, string message)
    {
        using var server = new OneAnswer(answer);
        var run = await ProbeAsync(server.Url);
        Assert.Equal(exit, run.Exit);
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task Nobody_there_is_6_and_nobody_answering_is_7()
    {
        using var silent = new OneAnswer(null);
        var run = await ProbeAsync(silent.Url, "--timeout", "300ms");
        Assert.Equal((7, "error: no answer within 0.3 s\n"), (run.Exit, run.Error));
        silent.Dispose();
        run = await ProbeAsync(silent.Url);
        Assert.Equal(6, run.Exit);
        Assert.StartsWith($"error: {silent.Url} refused the connection\n", run.Error);
    }

    /// <summary>A server that has one answer to whatever comes, then closes; null: it never answers.</summary>
    private sealed class OneAnswer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public OneAnswer(string? answer)
        {
            listener.Start();
            Url = $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
            _ = AnswerAsync(answer);
        }

        public string Url { get; }

        public void Dispose() => listener.Dispose();

        private async Task AnswerAsync(string? answer)
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.ReadExactlyAsync(new byte[3]);
            if (answer is null) await Task.Delay(TimeSpan.FromSeconds(5));
            else await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(answer));
        }
    }
}
