using System.Net.Sockets;

namespace ProtoKit.Concurrency.Process;

/// <summary>
/// A worker process as its server sees it. It is started by .NET, which also reaps it; it finds its server by the path of a socket in its environment, and
/// the end of that connection is the end of either for the other.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    /// <summary>The environment variable that makes a program a worker.</summary>
    public const string Variable = "PROTOKIT_WORKER";

    /// <summary>The longest packet.</summary>
    public const int LongestPacket = 64 * 1024;

    private static readonly TimeSpan StartWithin = TimeSpan.FromSeconds(20);

    private readonly System.Diagnostics.Process process;
    private readonly Socket link;
    private readonly Lock gate = new();
    private bool closed;

    private WorkerProcess(System.Diagnostics.Process process, Socket link) => (this.process, this.link) = (process, link);

    public int Id => process.Id;

    /// <summary>Starts the program and waits until it says that it is a worker. Throws <see cref="WorkerFailedException"/> when it does not.</summary>
    public static async Task<WorkerProcess> StartAsync(WorkerProgram program, CancellationToken cancel)
    {
        // A folder that nobody else may enter, for as long as the worker needs to come in.
        var folder = Directory.CreateTempSubdirectory("protokit-");
        try
        {
            var path = Path.Join(folder.FullName, "worker");
            using var door = new Socket(AddressFamily.Unix, SocketType.Seqpacket, ProtocolType.Unspecified);
            door.Bind(new UnixDomainSocketEndPoint(path));
            door.Listen(1);
            var process = Run(program, path);
            try
            {
                return await MeetAsync(process, door, cancel).ConfigureAwait(false);
            }
            catch
            {
                Kill(process);
                process.Dispose();
                throw;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Sends one packet. False: the worker does not take it, and is not worth keeping.</summary>
    public bool TrySend(WorkerMessage message, int? descriptor = null)
    {
        var packet = message.ToBytes();
        // The descriptor of a link that is closed may be another's by now.
        lock (gate) return !closed && DescriptorPassing.TrySend((int)link.Handle, packet, descriptor);
    }

    /// <summary>The next packet; null: the worker is gone.</summary>
    public async ValueTask<WorkerMessage?> ReceiveAsync(byte[] room)
    {
        try
        {
            var count = await link.ReceiveAsync(room, SocketFlags.None).ConfigureAwait(false);
            return count == 0 ? null : WorkerMessage.Of(room.AsSpan(0, count));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill() => Kill(process);

    /// <summary>Lets it end, and after a moment makes it.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (gate) closed = true;
        link.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            await process.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        process.Dispose();
    }

    private static System.Diagnostics.Process Run(WorkerProgram program, string path)
    {
        var start = new System.Diagnostics.ProcessStartInfo(program.FileName, program.Arguments) { RedirectStandardInput = true };
        start.Environment[Variable] = path;
        var process = System.Diagnostics.Process.Start(start) ?? throw new WorkerFailedException($"{program.FileName} cannot be started");
        process.StandardInput.Close();
        return process;
    }

    private static async Task<WorkerProcess> MeetAsync(System.Diagnostics.Process process, Socket door, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(StartWithin);
        var coming = door.AcceptAsync(patience.Token).AsTask();
        var ending = process.WaitForExitAsync(patience.Token);
        if (await Task.WhenAny(coming, ending).ConfigureAwait(false) == coming && coming.IsCompletedSuccessfully)
            return new WorkerProcess(process, await coming.ConfigureAwait(false));
        await patience.CancelAsync().ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        throw new WorkerFailedException(process.HasExited
            ? $"the worker process ended with exit code {process.ExitCode} before it served; its program has to call ProtocolWorker.ServeAsync before anything else"
            : $"the worker process did not serve within {StartWithin.TotalSeconds:0} s; its program has to call ProtocolWorker.ServeAsync before anything else");
    }

    private static void Kill(System.Diagnostics.Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}

/// <summary>A worker process could not be started.</summary>
/// <param name="message">Why.</param>
internal sealed class WorkerFailedException(string message) : IOException(message);
