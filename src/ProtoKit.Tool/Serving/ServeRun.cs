using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Serving;

/// <summary>One server from its start to its exit code.</summary>
internal sealed class ServeRun(ToolConsole console, ServeRequest request, ControlDocument plan)
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly List<ListenEntry> listening = [];
    private ToolError? error;
    private long? stopped;

    public async Task<int> RunAsync(BuiltProject project)
    {
        using var readyFile = request.ReadyFile is null ? null : new ReadyFile(console.Absolute(request.ReadyFile));
        await using var server = await ServerProcess.StartAsync(project, console, quiet: request.Json);
        var stopping = new StopRequests(server);
        using var keys = new KeyCommands(console, stopping.Ask, list: () => _ = server.SendAsync(ControlDocument.Connections));
        StopSignals? signals = null;
        using var registered = signals = new StopSignals(first: stopping.Ask, second: () =>
        {
            stopping.Ask();
            _ = EndAsync(server, signals!, keys, readyFile);
        });

        await server.SendAsync(plan.ToJson());
        if (request.Stdin) _ = StopAfterInputAsync(stopping);
        Action<ServeEvent> show = request.Json ? new EventLines(console).Show : new EventText(console, request.BindAny).Show;
        await foreach (var line in server.LinesAsync())
        {
            if (ServeEvent.Parse(line) is not { } happened) console.Error.WriteLine(Wire.Printable.Of(line));
            else if (Take(happened, show, readyFile) && HasKeys) _ = keys.Start();
        }

        var exit = await server.ExitAsync(TimeSpan.FromSeconds(2));
        if (signals.SecondExit is { } second) return second;
        if (error is not null) return Outcome.Show(error, console, request.Json);
        if (stopped is not null) return (int)stopped;
        if (stopping.Aborted) return ExitCode.Aborted;
        throw new ToolError(exit == 0 ? ExitCode.Bug : exit, "server-died", $"the server process ended by itself, with exit code {exit}")
        {
            Facts = [$"pid {server.Id}; what it said is above"],
        };
    }

    // Whoever reads what is printed here may have stopped reading, and the loop that prints with it: the second signal ends that too.
    private static async Task EndAsync(ServerProcess server, StopSignals signals, KeyCommands keys, ReadyFile? readyFile)
    {
        await Task.Delay(LastWords);
        try
        {
            server.Kill();
            readyFile?.Dispose();
            keys.Dispose();
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, and everything with it.
        }

        Environment.Exit(signals.SecondExit ?? ExitCode.Terminated);
    }

    // For a program standard input is not a keyboard, and lines that stop the server are typed as lines.
    private bool HasKeys => request is { Json: false, Stdin: false };

    private async Task StopAfterInputAsync(StopRequests stopping)
    {
        await StandardInput.LineOrEndAsync(console.InBytes.Value);
        stopping.Drain();
    }

    // True: the server is ready from now on.
    private bool Take(ServeEvent happened, Action<ServeEvent> show, ReadyFile? readyFile)
    {
        switch (happened.Type)
        {
            case "error":
                // Shown at the end, when it is known that nothing follows.
                error ??= new ServeErrors(request, plan).Of(happened);
                return false;
            case "listening":
                listening.Add(new ListenEntry(happened.Text("protocol"), happened.Text("url")));
                break;
            case "ready":
                readyFile?.Write(happened.Number("pid"), listening);
                break;
            case "stopped":
                stopped = happened.Number("exit");
                break;
        }

        show(happened);
        return happened.Type == "ready";
    }
}
