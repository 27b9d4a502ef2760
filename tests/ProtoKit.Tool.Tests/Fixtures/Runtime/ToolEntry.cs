using System.Text.Json;

namespace ProtoKit.Hosting;

/// <summary>Stands in for the Runtime's entry point: it answers the tool as a server would, and misbehaves when told to.</summary>
public static class ToolEntry
{
    public const int Contract = 1;

    private const string Connected =
        """{"v":1,"type":"connections","connections":[{"conn":7,"protocol":"fake","remote":"127.0.0.1:51514","seconds":72,"commands":3}]}""";

    public static async Task<int> RunAsync(Stream control)
    {
        var reader = new StreamReader(control);
        var writer = new StreamWriter(control) { AutoFlush = true };
        using var plan = JsonDocument.Parse((await reader.ReadLineAsync())!);
        var settings = plan.RootElement.GetProperty("set").EnumerateArray().Select(item => item.GetString()!).ToArray();
        var act = settings.LastOrDefault(text => text.StartsWith("act=", StringComparison.Ordinal))?[4..] ?? "";
        if (act == "print") Console.WriteLine("printed by a handler");
        if (act == "error")
        {
            await writer.WriteLineAsync("""{"v":1,"type":"error","code":"port-in-use","message":"127.0.0.1:2121 is already in use","facts":["by: other (pid 4711)"],"try":"--listen :0","exit":6,"url":"tcp://127.0.0.1:2121"}""");
            return 6;
        }

        foreach (var listen in plan.RootElement.GetProperty("listen").EnumerateArray())
            await writer.WriteLineAsync($$"""{"v":1,"type":"listening","protocol":"{{listen.GetProperty("protocol")}}","url":"{{listen.GetProperty("url")}}","model":"{{plan.RootElement.GetProperty("model")}}"}""");
        await writer.WriteLineAsync($$"""{"v":1,"type":"ready","pid":{{Environment.ProcessId}}}""");
        if (act == "order") await writer.WriteLineAsync($$"""{"v":1,"type":"log","level":"info","message":"workers {{plan.RootElement.GetProperty("workers")}}"}""");
        if (act == "die") Environment.Exit(77);
        if (act == "trace")
        {
            await writer.WriteLineAsync("""{"v":1,"type":"open","conn":1,"at":"2026-11-20T15:31:04.120Z","remote":"127.0.0.1:51514","protocol":"fake"}""");
            await writer.WriteLineAsync("""{"v":1,"type":"log","level":"error","message":"bad \u001b[31m name"}""");
            await writer.WriteLineAsync("""{"v":1,"type":"close","conn":1,"reason":"peer-closed","durationMs":12,"in":96,"out":4102,"messages":5}""");
        }

        if (act is "print" or "trace" or "once" or "order") return await StopAsync(writer, drained: true);

        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Contains("connections")) await writer.WriteLineAsync(Connected);
            if (line.Contains("abort")) return await StopAsync(writer, drained: false);
            if (line.Contains("stop") && act != "stubborn") return await StopAsync(writer, drained: true);
        }

        return 0;
    }

    private static async Task<int> StopAsync(StreamWriter writer, bool drained)
    {
        var exit = drained ? 0 : 10;
        await writer.WriteLineAsync($$"""{"v":1,"type":"stopped","drained":{{(drained ? "true" : "false")}},"exit":{{exit}}}""");
        return exit;
    }
}
