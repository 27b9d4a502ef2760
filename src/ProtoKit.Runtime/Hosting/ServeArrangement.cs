using ProtoKit.Sessions;
using ProtoKit.Transports;

namespace ProtoKit.Hosting;

/// <summary>What an order comes to in this program: its services, made with the order's settings, and where they listen.</summary>
internal sealed class ServeArrangement
{
    private const string ProcessUse = "process=";

    private ServeArrangement(IReadOnlyList<(string Url, ProtocolService Service, Limits Limits)> listening, bool freshProcesses) =>
        (Listening, FreshProcesses) = (listening, freshProcesses);

    public IReadOnlyList<(string Url, ProtocolService Service, Limits Limits)> Listening { get; }

    /// <summary>By the process model, each client gets a process of its own that has served nobody else.</summary>
    public bool FreshProcesses { get; }

    /// <summary>Throws what <see cref="ServeFailure.Of(Exception)"/> knows.</summary>
    public static ServeArrangement Of(ServeOrder order)
    {
        var (fresh, set) = TakeProcessUse(order.Set);
        var settings = new Settings(set);
        var listening = new List<(string Url, ProtocolService Service, Limits Limits)>();
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
                listening.Add((url, service, limits));
            }
        }

        if (settings.Unused is { Count: > 0 } unused)
            throw new SettingException($"no server here has a setting '{unused[0]}'");
        return new ServeArrangement(listening, fresh);
    }

    // The one setting that is the model's rather than a server class's.
    private static (bool Fresh, IReadOnlyList<string> Others) TakeProcessUse(IReadOnlyList<string> set)
    {
        var uses = set.Where(one => one.StartsWith(ProcessUse, StringComparison.Ordinal)).Select(one => one[ProcessUse.Length..]).ToList();
        if (uses.Find(use => use is not ("pool" or "fresh")) is { } unknown)
            throw new SettingException($"'{unknown}' is not what 'process' takes (pool or fresh)");
        return (uses.LastOrDefault() == "fresh", [.. set.Where(one => !one.StartsWith(ProcessUse, StringComparison.Ordinal))]);
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
