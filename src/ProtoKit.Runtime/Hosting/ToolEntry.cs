using System.ComponentModel;
using System.Runtime.InteropServices;
using ProtoKit.Concurrency;

namespace ProtoKit.Hosting;

/// <summary>
/// Where <c>protokit serve</c> enters the user's own process: the tool asks over a control stream, one JSON object a line, and hears what happens the same
/// way. The contract number says which words both sides know.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ToolEntry
{
    /// <summary>The version of the words on the control stream.</summary>
    public const int Contract = 1;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    /// <summary>Serves until the tool says stop or its stream ends. Answers the exit code.</summary>
    public static async Task<int> RunAsync(Stream control)
    {
        var events = new ControlEvents(control);
        var exit = await ServeAsync(control, events).ConfigureAwait(false);
        await events.FlushAsync(LastWords).ConfigureAwait(false);
        return exit;
    }

    /// <summary>Serves as a worker process of a server that the tool has started. Answers the exit code.</summary>
    public static async Task<int> RunWorkerAsync()
    {
        await ProtocolWorker.ServeAsync(order => [.. ServeArrangement.Of(ServeOrder.Read(order!)).Listening.Select(one => one.Service).DistinctBy(service => service.Name)]).ConfigureAwait(false);
        return 0;
    }

    private static async Task<int> ServeAsync(Stream control, ControlEvents events)
    {
        using var lines = new StreamReader(control, leaveOpen: true);
        // The tool decides when to stop: a Ctrl+C reaches the whole group of processes, but is the tool's to answer.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var terminated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = terminated.TrySetResult());
        if (await lines.ReadLineAsync().ConfigureAwait(false) is not { } first) return 70;
        var order = ServeOrder.Read(first);
        var observer = new ControlObserver(events, order.Trace);
        ProtocolServer server;
        try
        {
            server = Start(order, first, observer);
        }
        catch (Exception failure) when (ServeFailure.Of(failure) is { } told)
        {
            events.Error(told);
            return told.Exit;
        }

        await using var running = server.ConfigureAwait(false);
        foreach (var (protocol, endpoint) in server.Listeners) events.Listening(protocol, endpoint, order.Model);
        events.Ready();
        return await UntilToldAsync(server, order, new ControlWords(lines, () => events.Connections(observer.Connections)), events, terminated.Task).ConfigureAwait(false);
    }

    private static ProtocolServer Start(ServeOrder order, string line, ControlObserver observer)
    {
        var arrangement = ServeArrangement.Of(order);
        var server = new ProtocolServer
        {
            Model = Models.Named(order.Model),
            Workers = order.Workers,
            FreshProcesses = arrangement.FreshProcesses,
            Order = line,
            Observer = observer,
        };
        foreach (var (url, service, limits) in arrangement.Listening) server.Listen(url, service, limits);
        server.Start();
        return server;
    }

    // The first word, or a SIGTERM to this process itself, drains; "abort", or the end of the stream, does not wait.
    private static async Task<int> UntilToldAsync(
        ProtocolServer server, ServeOrder order, ControlWords words, ControlEvents events, Task terminated)
    {
        var word = words.NextAsync();
        await Task.WhenAny(word, terminated).ConfigureAwait(false);
        var gone = word.IsCompleted && await word.ConfigureAwait(false) is null or "abort";
        var stopping = server.StopAsync(gone ? TimeSpan.Zero : order.Drain);
        if (!gone)
        {
            if (word.IsCompleted) word = words.NextAsync();
            while (await Task.WhenAny(word, stopping).ConfigureAwait(false) == word)
            {
                if (await word.ConfigureAwait(false) is null or "abort")
                {
                    await server.DisposeAsync().ConfigureAwait(false);
                    break;
                }

                word = words.NextAsync();
            }
        }

        var broken = await stopping.ConfigureAwait(false);
        var exit = broken == 0 ? 0 : 10;
        events.Stopped(broken == 0, exit);
        return exit;
    }
}
