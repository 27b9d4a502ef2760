using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Serving;

/// <summary>One server from its start to its exit code.</summary>
internal sealed class ServeRun(ToolConsole console, ServeRequest request)
{
    private readonly List<ListenEntry> listening = [];
    private ToolError? error;
    private long? stopped;

    public async Task<int> RunAsync(BuiltProject project, ControlDocument plan)
    {
        using var readyFile = request.ReadyFile is null ? null : new ReadyFile(console.Absolute(request.ReadyFile));
        await using var server = await ServerProcess.StartAsync(project, console, quiet: request.Json);
        using var signals = new StopSignals(
            first: () => _ = server.SendAsync(ControlDocument.Stop),
            second: () => _ = AbortAsync(server));

        await server.SendAsync(plan.ToJson());
        Action<ServeEvent> show = request.Json ? new EventLines(console).Show : new EventText(console, request.BindAny).Show;
        await foreach (var line in server.LinesAsync())
        {
            if (ServeEvent.Parse(line) is { } happened) Take(happened, show, readyFile);
            else console.Error.WriteLine(Wire.Printable.Of(line));
        }

        var exit = await server.ExitAsync(TimeSpan.FromSeconds(2));
        if (signals.SecondExit is { } second) return second;
        if (error is not null) return Outcome.Show(error, console, request.Json);
        if (stopped is not null) return (int)stopped;
        throw new ToolError(exit == 0 ? ExitCode.Bug : exit, "server-died", $"the server process ended by itself, with exit code {exit}")
        {
            Facts = [$"pid {server.Id}; what it said is above"],
        };
    }

    private void Take(ServeEvent happened, Action<ServeEvent> show, ReadyFile? readyFile)
    {
        switch (happened.Type)
        {
            case "error":
                // Shown at the end, when it is known that nothing follows.
                error ??= Error(happened);
                return;
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
    }

    private ToolError Error(ServeEvent happened)
    {
        var cure = happened.Text("try");
        // The server process does not know under which PATH it was started.
        if (cure.StartsWith("--", StringComparison.Ordinal)) cure = $"protokit serve {request.Path} {cure}";
        return new ToolError((int)happened.Number("exit", ExitCode.Bug), happened.Text("code"), happened.Text("message"))
        {
            Facts = happened.Texts("facts"),
            Try = cure.Length == 0 ? null : cure,
        };
    }

    private static async Task AbortAsync(ServerProcess server)
    {
        await server.SendAsync(ControlDocument.Abort);
        await server.ExitAsync(TimeSpan.FromSeconds(1));
    }
}
