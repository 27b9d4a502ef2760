using System.ComponentModel;
using System.Runtime.InteropServices;
using ProtoKit.Concurrency;
using ProtoKit.Sessions;
using ProtoKit.Transports;

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

    /// <summary>Serves until the tool says stop or its stream ends. Answers the exit code.</summary>
    public static async Task<int> RunAsync(Stream control)
    {
        using var lines = new StreamReader(control, leaveOpen: true);
        var events = new ControlEvents(control);
        // The tool decides when to stop: a Ctrl+C reaches the whole group of processes, but is the tool's to answer.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        var terminated = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = terminated.TrySetResult());
        if (await lines.ReadLineAsync().ConfigureAwait(false) is not { } first) return 70;
        var order = ServeOrder.Read(first);
        await using var server = new ProtocolServer
        {
            Model = Models.Named(order.Model),
            Observer = new ControlObserver(events, order.Trace),
        };
        try
        {
            Arrange(server, order);
            server.Start();
        }
        catch (Exception failure) when (ServeFailure.Of(failure) is { } told)
        {
            events.Error(told);
            return told.Exit;
        }

        foreach (var (protocol, endpoint) in server.Listeners) events.Listening(protocol, endpoint, order.Model);
        events.Ready();
        return await UntilToldAsync(server, order, lines, events, terminated.Task).ConfigureAwait(false);
    }

    // The first word, or a SIGTERM to this process itself, drains; "abort", or the end of the stream, does not wait.
    private static async Task<int> UntilToldAsync(
        ProtocolServer server, ServeOrder order, StreamReader lines, ControlEvents events, Task terminated)
    {
        var word = WordAsync(lines);
        await Task.WhenAny(word, terminated).ConfigureAwait(false);
        var gone = word.IsCompleted && await word.ConfigureAwait(false) is null or "abort";
        var stopping = server.StopAsync(gone ? TimeSpan.Zero : order.Drain);
        if (!gone)
        {
            if (word.IsCompleted) word = WordAsync(lines);
            while (await Task.WhenAny(word, stopping).ConfigureAwait(false) == word)
            {
                if (await word.ConfigureAwait(false) is null or "abort")
                {
                    await server.DisposeAsync().ConfigureAwait(false);
                    break;
                }

                word = WordAsync(lines);
            }
        }

        var broken = await stopping.ConfigureAwait(false);
        var exit = broken == 0 ? 0 : 10;
        events.Stopped(broken == 0, exit);
        return exit;
    }

    // What the tool says next; null: it is gone, and a tool that is gone leaves no server behind.
    private static async Task<string?> WordAsync(StreamReader lines)
    {
        try
        {
            var line = await lines.ReadLineAsync().ConfigureAwait(false);
            return line is null ? null : line.Contains("\"abort\"", StringComparison.Ordinal) ? "abort" : "stop";
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static void Arrange(ProtocolServer server, ServeOrder order)
    {
        var settings = new Settings(order.Set);
        var chosen = Choose(order);
        foreach (var wanted in order.Listen.Where(wanted => wanted.Protocol is not null && chosen.All(one => one.Name != wanted.Protocol)))
            throw new ServeFailure("no-such-protocol", $"there is no protocol '{wanted.Protocol}' to listen for", 5, [], $"one of {string.Join(", ", chosen.Select(one => one.Name))}");
        var unnamed = order.Listen.Where(wanted => wanted.Protocol is null).ToList();
        if (unnamed.Count > 0 && chosen.Count > 1)
            throw new ServeFailure("ambiguous-listen", $"--listen {unnamed[0].Url} does not say for which protocol", 2, [$"there are {string.Join(", ", chosen.Select(one => one.Name))}"], $"--listen {chosen[0].Name}={unnamed[0].Url}");
        foreach (var one in chosen)
        {
            var service = one.Create!(settings.For(one.Name));
            var limits = LimitOptions.Apply(service.Limits, order.Limit);
            var urls = order.Listen.Where(wanted => wanted.Protocol is null || wanted.Protocol == one.Name).Select(wanted => wanted.Url).ToList();
            if (urls.Count == 0) urls.Add($"tcp://127.0.0.1:{service.Port}");
            foreach (var url in urls)
            {
                var endpoint = Endpoint.Parse(url);
                if (!endpoint.IsLoopback && !order.BindAny)
                    throw new ServeFailure("not-loopback", $"{url} is open to other machines", 2, ["a server listens on this machine only, unless it is told otherwise"], $"--listen {one.Name}={url} --bind-any");
                server.Listen(url, service, limits);
            }
        }

        if (settings.Unused is { Count: > 0 } unused)
            throw new SettingException($"no server here has a setting '{unused[0]}'");
    }

    private static List<ProtocolRegistration> Choose(ServeOrder order)
    {
        var all = ProtocolRegistry.All;
        foreach (var name in order.Protocols.Where(name => all.All(one => one.Name != name)))
            throw new ServeFailure("no-such-protocol", $"there is no protocol '{name}'", 5, [$"there are {string.Join(", ", all.Select(one => one.Name).Distinct())}"], "protokit describe");
        var chosen = new List<ProtocolRegistration>();
        foreach (var group in all.Where(one => order.Protocols.Count == 0 || order.Protocols.Contains(one.Name)).GroupBy(one => one.Name))
        {
            var servers = group.Where(one => one.Create is not null).ToList();
            var marked = servers.Where(one => one.Chosen).ToList();
            if (servers.Count == 0 && order.Protocols.Count == 0) continue;
            if (servers.Count == 0) throw new ServeFailure("no-server", $"no class here serves '{group.Key}'", 5, [], $"write a class that implements {group.Key}'s IServer");
            if (servers.Count > 1 && marked.Count != 1)
                throw new ServeFailure("several-servers", $"several classes serve '{group.Key}': {string.Join(", ", servers.Select(one => one.Server))}", 5, [], "mark one of them with [Serves]");
            chosen.Add(servers.Count == 1 ? servers[0] : marked[0]);
        }

        return chosen.Count > 0 ? chosen : throw new ServeFailure("no-protocol", "no protocol here has a server class", 5, [], "write a class that implements a protocol's IServer");
    }
}
