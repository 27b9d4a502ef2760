using System.Net;
using System.Net.Sockets;

namespace ProtoKit.Tool.Tests.Benching;

/// <summary>A server of lines that does as a test says.</summary>
/// <param name="answer">The answer to the line of this number, counted over all connections; null closes.</param>
/// <param name="oneAtATime">The next client is served when the last one has gone.</param>
internal sealed class LineServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<int, string, string?> answer;
    private int lines;

    public LineServer(Func<int, string, string?> answer, bool oneAtATime = false)
    {
        this.answer = answer;
        listener.Start();
        Url = $"tcp://{listener.LocalEndpoint}";
        _ = AcceptAsync(oneAtATime);
    }

    public string Url { get; }

    /// <summary>Benches it as the echo protocol: short, and without a rehearsal of its limits.</summary>
    public Task<ToolRun> BenchAsync(params string[] options) => ToolRun.OfAsync(
        ["bench", Url, "--proto", ToolRun.Sample("Echo"), "--protocol", "echo", "-d", "300ms", "--warmup", "0s", "--pipeline", "1", .. options]);

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync(bool oneAtATime)
    {
        while (true)
        {
            var serving = ServeAsync(await listener.AcceptTcpClientAsync());
            if (oneAtATime) await serving;
        }
    }

    private async Task ServeAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream());
        writer.NewLine = "\r\n";
        try
        {
            while (await reader.ReadLineAsync() is { } line && answer(Interlocked.Increment(ref lines), line) is { } said)
            {
                await writer.WriteLineAsync(said);
                await writer.FlushAsync();
            }
        }
        catch (IOException)
        {
            // The load is over.
        }
    }
}
