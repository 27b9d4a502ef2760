using System.Diagnostics;
using System.IO.Pipes;
using System.Text;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Serving;

/// <summary>
/// The user's program, running in a process of its own, with the control stream to it. In this process it would see a second copy of
/// ProtoKit.Runtime, whose types are others, and none of its shared frameworks.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly NamedPipeServerStream control;
    private readonly RuntimeConfig config;
    private readonly SemaphoreSlim sending = new(1, 1);

    private ServerProcess(Process process, NamedPipeServerStream control, RuntimeConfig config)
    {
        this.process = process;
        this.control = control;
        this.config = config;
    }

    public int Id => process.Id;

    /// <summary>Starts the program and waits until it has taken the control stream, or has ended.</summary>
    /// <param name="quiet">What the program prints goes to stderr: stdout holds nothing but events.</param>
    public static async Task<ServerProcess> StartAsync(BuiltProject project, ToolConsole console, bool quiet)
    {
        var name = $"protokit-{Environment.ProcessId}-{Guid.NewGuid():n}"[..32];
        var config = RuntimeConfig.Of(project);
        var control = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte,
            PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        var start = DotnetHost.Find(console).Command(Arguments(project, config, name, quiet));
        start.RedirectStandardInput = true;
        // On a single core the runtime waits ten times as long until it compiles what is hot: seconds, and a server is hot at once.
        start.Environment.TryAdd("DOTNET_TC_DelaySingleProcMultiplier", "1");
        var process = Process.Start(start)!;
        process.StandardInput.Close();

        using var ended = new CancellationTokenSource();
        var connecting = control.WaitForConnectionAsync(ended.Token);
        await Task.WhenAny(connecting, process.WaitForExitAsync());
        // One that ended before it connected is told from its exit code, and from a control stream that says nothing.
        if (!connecting.IsCompleted) await ended.CancelAsync();
        return new ServerProcess(process, control, config);
    }

    /// <summary>Sends one line; nobody listens any more once the program has ended.</summary>
    public async Task SendAsync(string line)
    {
        // Signals, keys and standard input all speak, each from a thread of its own.
        await sending.WaitAsync();
        try
        {
            await control.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
            await control.FlushAsync();
        }
        catch (Exception gone) when (gone is IOException or InvalidOperationException)
        {
            // The reader of the events finds out, and says so.
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>The program's lines, until it closes the control stream.</summary>
    public async IAsyncEnumerable<string> LinesAsync()
    {
        if (!control.IsConnected) yield break;
        using var lines = new StreamReader(control, Encoding.UTF8, leaveOpen: true);
        while (await NextAsync(lines) is { } line) yield return line;
    }

    /// <summary>Its exit code. It is killed when it has not ended after <paramref name="patience"/>.</summary>
    public async Task<int> ExitAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        return process.ExitCode;
    }

    public void Kill() => process.Kill(entireProcessTree: true);

    public async ValueTask DisposeAsync()
    {
        await control.DisposeAsync();
        if (!process.HasExited) await ExitAsync(TimeSpan.FromSeconds(2));
        process.Dispose();
        config.Dispose();
    }

    private static async Task<string?> NextAsync(StreamReader lines)
    {
        try
        {
            return await lines.ReadLineAsync();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Arguments(BuiltProject project, RuntimeConfig config, string name, bool quiet)
    {
        List<string> line = ["exec", "--runtimeconfig", config.Path];
        if (project.Dependencies is { } dependencies) line.AddRange(["--depsfile", dependencies]);
        // The output of a library does not hold its packages' assemblies.
        if (project.PackageRoot is { } packages) line.AddRange(["--additionalprobingpath", Path.TrimEndingDirectorySeparator(packages)]);
        line.AddRange([Path.Join(AppContext.BaseDirectory, "host", "host.dll"), project.Assembly, name]);
        if (quiet) line.Add("quiet");
        return line;
    }
}
