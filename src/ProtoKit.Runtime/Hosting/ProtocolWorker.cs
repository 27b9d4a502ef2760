using System.Runtime.InteropServices;
using ProtoKit.Concurrency.Process;
using ProtoKit.Hosting.Workers;
using ProtoKit.Sessions;

namespace ProtoKit;

/// <summary>
/// The same program as a worker process: a <see cref="ProtocolServer"/> whose model is <see cref="ConcurrencyModel.Process"/>, or that has
/// <see cref="ProtocolServer.Workers"/>, starts it once more, and hands it connections or listeners.
/// </summary>
/// <example><code>
/// if (await ProtocolWorker.ServeAsync(Echo.Service(() => new EchoServer()))) return;
/// </code></example>
public static class ProtocolWorker
{
    private static bool became;

    /// <summary>
    /// Serves if this process was started as a worker, until its server lets it go; false: it was not, and goes on as what it is. It has to be the first
    /// thing that the program does, with the services of everything that the server listens for.
    /// </summary>
    public static Task<bool> ServeAsync(params IEnumerable<ProtocolService> services)
    {
        var all = services.ToArray();
        return ServeAsync(_ => all);
    }

    /// <summary>This process was started as a worker: one of several, so that what is to be said or done once is not its to say or do.</summary>
    public static bool IsWorker => became || IsAwaited;

    /// <summary>This process was started as a worker and has not become one.</summary>
    internal static bool IsAwaited => Environment.GetEnvironmentVariable(WorkerProcess.Variable) is not null;

    /// <summary>The same with services that are made from what the tool told the server.</summary>
    internal static async Task<bool> ServeAsync(Func<string?, IReadOnlyList<ProtocolService>> create)
    {
        if (Environment.GetEnvironmentVariable(WorkerProcess.Variable) is not { } path) return false;
        // Programs that the handlers start are none.
        Environment.SetEnvironmentVariable(WorkerProcess.Variable, null);
        became = true;
        // A Ctrl+C reaches the whole group of processes, but is the server's to answer.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        // So does the SIGTERM of whoever ends a whole group; the server drains, and its end is this process's.
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        using var side = new WorkerSide(new WorkerLink(path), create);
        await Task.Factory.StartNew(side.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        return true;
    }
}
