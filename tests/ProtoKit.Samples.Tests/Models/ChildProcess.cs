using System.Diagnostics;
using System.Globalization;
using ProtoKit;
using ProtoKit.Transports;

namespace Samples.Tests.Models;

/// <summary>A server that is a process of its own (tests/ProtoKit.Worker), for what can only be seen from outside or would be too much for one process.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly FreshLibrary library = new();
    private readonly Process process;

    private ChildProcess(ConcurrencyModel model, string protocol, int workers, int most, int ballast, int files)
    {
        // The limit is the child's own: nobody else of this process may run out.
        var dll = Path.Combine(AppContext.BaseDirectory, "ProtoKit.Worker.dll");
        string[] words = ["dotnet", dll, library.Root, "Echo", "serve", $"{model}", $"{workers}", "tcp://127.0.0.1:0", protocol, $"{most}", $"{ballast}"];
        process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", (files > 0 ? $"ulimit -n {files}; " : "") + "exec \"$@\"", "sh", .. words])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public int Id => process.Id;

    /// <summary>All that it has said until it listened, or refused to.</summary>
    public List<string> Said { get; } = [];

    public Endpoint Endpoint => ProtoKit.Transports.Endpoint.Parse(Said[^1]["listening ".Length..]);

    /// <summary>Starts it, and waits until it listens or refuses to.</summary>
    /// <param name="model">The model.</param>
    /// <param name="protocol">Any of the workbench.</param>
    /// <param name="workers">Worker processes.</param>
    /// <param name="most">max-connections, unless 0.</param>
    /// <param name="ballast">So many files are open before.</param>
    /// <param name="files">So many files may be open, unless 0.</param>
    public static async Task<ChildProcess> StartAsync(
        ConcurrencyModel model, string protocol = "echo", int workers = 0, int most = 0, int ballast = 0, int files = 0)
    {
        var child = new ChildProcess(model, protocol, workers, most, ballast, files);
        while (child.Said.LastOrDefault()?.Split(' ')[0] is not ("listening" or "refused")) child.Said.Add(await child.LineAsync());
        return child;
    }

    public Task<Peer> ConnectAsync() => Peer.ConnectAsync(Endpoint);

    /// <summary>Lets it stop, and tells how many connections it had to break off.</summary>
    public async Task<int> StopAsync()
    {
        process.StandardInput.Close();
        var broken = await LineAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return int.Parse(broken["broken ".Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await KillAsync();
        process.Dispose();
        library.Dispose();
    }

    private async Task<string> LineAsync() =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) ?? throw new InvalidOperationException("the child server said nothing more");
}
