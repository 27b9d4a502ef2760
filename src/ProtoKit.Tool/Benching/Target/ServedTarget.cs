using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Serving;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Benching.Target;

/// <summary>A server that the tool has started itself, as <c>serve</c> does, at a port that the system picked.</summary>
internal sealed class ServedTarget : IAsyncDisposable
{
    private readonly ServerProcess process;
    private readonly Task listening;

    private ServedTarget(ServerProcess process, string url, Task listening)
    {
        (this.process, Url, this.listening) = (process, url, listening);
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    public int Pid => process.Id;

    /// <summary>Throws what the server says when it cannot serve so.</summary>
    public static async Task<ServedTarget> StartAsync(ToolConsole console, BuiltProject project, ControlDocument plan)
    {
        var process = await ServerProcess.StartAsync(project, console, quiet: true);
        try
        {
            await process.SendAsync(plan.ToJson());
            var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            var listening = ListenAsync(process, console, ready);
            return new ServedTarget(process, await ready.Task, listening);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the server. What is still connected is broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        await process.SendAsync(ControlDocument.Abort);
        await process.ExitAsync(TimeSpan.FromSeconds(5));
        await listening;
        await process.DisposeAsync();
    }

    private static async Task ListenAsync(ServerProcess process, ToolConsole console, TaskCompletionSource<string> ready)
    {
        var url = "";
        await foreach (var line in process.LinesAsync())
        {
            if (ServeEvent.Parse(line) is not { } happened) continue;
            if (happened.Type == "listening") url = happened.Text("url");
            else if (happened.Type == "ready") ready.TrySetResult(url);
            else if (happened.Type == "error") ready.TrySetException(Refused(happened));
            else if (happened.Type == "log" && happened.Text("level") == "error") console.Error.WriteLine(Wire.Printable.Of(happened.Text("message")));
        }

        ready.TrySetException(new ToolError(ExitCode.Bug, "server-died", "the server process ended by itself"));
    }

    private static ToolError Refused(ServeEvent happened) =>
        new((int)happened.Number("exit", ExitCode.Bug), happened.Text("code"), happened.Text("message")) { Facts = happened.Texts("facts") };
}
