using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProtoKit.Tool.Tests.Speaking;

/// <summary>A server that waits for given bytes and answers given bytes, one after the other, on one connection.</summary>
internal sealed class ByteServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public ByteServer(params (byte[] Heard, byte[] Said)[] talk)
    {
        listener.Start();
        Url = $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        _ = ServeAsync(talk);
    }

    public string Url { get; }

    /// <summary>What came instead of what was awaited; null: all came.</summary>
    public string? Wrong { get; private set; }

    public static byte[] Hex(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>Text in which <c>|</c> stands for CR LF.</summary>
    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text.Replace("|", "\r\n", StringComparison.Ordinal));

    /// <summary>Calls this server in the protocol of a sample.</summary>
    public Task<ToolRun> CallAsync(string protocol, params string[] words) => RunAsync("", "call", protocol, words);

    /// <summary>Says lines to this server, as a pipe does.</summary>
    public Task<ToolRun> SayAsync(string protocol, string lines, params string[] options) => RunAsync(lines, "connect", protocol, options);

    public Task<ToolRun> ProbeAsync(string protocol) => RunAsync("", "probe", protocol, []);

    public void Dispose() => listener.Dispose();

    private Task<ToolRun> RunAsync(string input, string verb, string protocol, string[] words)
    {
        var sample = ToolRun.Sample(char.ToUpperInvariant(protocol[0]) + protocol.Split('-')[0][1..]);
        return ToolRun.WithAsync(input, Environment.CurrentDirectory, [verb, Url, .. words, "--proto", sample, "--protocol", protocol, "--timeout", "5s"]);
    }

    private async Task ServeAsync((byte[] Heard, byte[] Said)[] talk)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        foreach (var (heard, said) in talk)
        {
            var bytes = new byte[heard.Length];
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false);
            if (!bytes.AsSpan(0, count).SequenceEqual(heard))
            {
                Wrong = Convert.ToHexString(bytes.AsSpan(0, count));
                return;
            }

            await stream.WriteAsync(said);
        }

        // Whoever is told to close closes; until then nothing more is said.
        await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false);
    }
}
