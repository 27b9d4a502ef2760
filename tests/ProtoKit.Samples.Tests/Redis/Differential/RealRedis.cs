using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Transports;
using Samples.Tests;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>Redis itself, on a port of its own, without a file; a test that finds none is skipped.</summary>
internal sealed class RealRedis : IDisposable
{
    private readonly Process process;

    public RealRedis()
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var program = places.Select(place => Path.Combine(place, "redis-server")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(program is null, "redis-server is not on PATH");
        Port = FreePort();
        string[] words = ["--port", Port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--dir", Path.GetTempPath()];
        process = Process.Start(new ProcessStartInfo(program!, words) { RedirectStandardOutput = true })!;
        // Nobody reads what it says, so it must not stop saying it.
        _ = process.StandardOutput.ReadToEndAsync();
    }

    public int Port { get; }

    public async Task<Peer> ConnectAsync()
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(20))
        {
            try
            {
                return await Peer.ConnectAsync(Endpoint.Parse($"tcp://127.0.0.1:{Port}"));
            }
            catch (SocketException) when (waited.Elapsed < TimeSpan.FromSeconds(10))
            {
                // It has not begun to listen.
            }
        }
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
