using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Serving;

/// <summary>Which protocols are served where, once the description is known: every name is checked before anything starts.</summary>
internal static class ServePlan
{
    public static ControlDocument Of(ServeRequest request, IReadOnlyList<ProtocolDescription> declared)
    {
        var served = Served(request, declared);
        foreach (var setting in request.Set) CheckSetting(setting, served, request);
        return new ControlDocument(1, "serve", Listeners(request, served), [.. served.Select(protocol => protocol.Name)], request.Model,
            request.Workers, request.Set, request.Limit, (long)request.Drain.TotalMilliseconds, request.Trace, request.BindAny);
    }

    private static ProtocolDescription[] Served(ServeRequest request, IReadOnlyList<ProtocolDescription> declared)
    {
        var picked = request.Protocols.Count == 0
            ? declared.Where(protocol => protocol.Servers.Count > 0).ToArray()
            : [.. request.Protocols.Distinct().Select(name => Named(name, declared, request))];
        if (picked.Length == 0)
        {
            throw new ToolError(ExitCode.NoProtocol, "no-server", "no class serves any of the protocols")
            {
                Facts = [.. declared.Select(protocol => $"{protocol.Name}: no class implements {protocol.Class}.IServer")],
            };
        }

        foreach (var protocol in picked) CheckServer(protocol);
        return picked;
    }

    private static ProtocolDescription Named(string name, IReadOnlyList<ProtocolDescription> declared, ServeRequest request) =>
        declared.FirstOrDefault(protocol => protocol.Name == name) ?? throw new ToolError(ExitCode.NoProtocol, "no-such-protocol",
            $"there is no protocol '{name}'")
        {
            Facts = [$"there is: {Names(declared)}"],
            Try = $"protokit serve {request.Path} --protocol {NearestName.Of(name, declared.Select(protocol => protocol.Name)) ?? declared[0].Name}",
        };

    private static void CheckServer(ProtocolDescription protocol)
    {
        if (protocol.Server is not null) return;

        var classes = protocol.Servers.Select(server => server.Class).ToArray();
        throw classes.Length == 0
            ? new ToolError(ExitCode.NoProtocol, "no-server", $"no class serves {protocol.Name}")
            {
                Facts = [$"nothing implements {protocol.Class}.IServer"],
            }
            : new ToolError(ExitCode.NoProtocol, "several-servers", $"{classes.Length} classes serve {protocol.Name}; [Serves] on one of them picks it")
            {
                Facts = classes,
            };
    }

    private static List<ListenEntry> Listeners(ServeRequest request, ProtocolDescription[] served)
    {
        var listeners = request.Listen.Select(written => Listener(written, served, request)).ToList();
        // A protocol that nothing was said about has its own port, on loopback.
        listeners.AddRange(served
            .Where(protocol => listeners.All(listener => listener.Protocol != protocol.Name))
            .Select(protocol => new ListenEntry(protocol.Name, $"tcp://127.0.0.1:{protocol.Port}")));
        return listeners;
    }

    private static ListenEntry Listener(string written, ProtocolDescription[] served, ServeRequest request)
    {
        var (name, address) = ListenWord.Parse(written);
        if (name is null && served is not [_])
        {
            throw ToolError.Usage($"--listen {written} does not say for which protocol",
                $"protokit serve {request.Path} --listen {served[0].Name}={address.Url}", Names(served));
        }

        name ??= served[0].Name;
        if (served.All(protocol => protocol.Name != name))
            throw ToolError.Usage($"--listen {written}: '{name}' is not served", null, $"served: {Names(served)}");
        if (!address.IsLoopback && !request.BindAny)
        {
            throw ToolError.Usage($"--listen {written} reaches beyond this machine, and that has to be said",
                $"protokit serve {request.Path} --listen {written} --bind-any");
        }

        return new ListenEntry(name, address.Url);
    }

    private static void CheckSetting(string setting, ProtocolDescription[] served, ServeRequest request)
    {
        var name = setting.Split('=')[0];
        if (!setting.Contains('=') || name.Length == 0)
            throw ToolError.Usage($"--set {setting} is not name=value", $"protokit describe {request.Path}");

        var (protocol, bare) = name.Split('.', 2) is [var scope, var rest] ? (scope, rest) : (null, name);
        var known = served.Where(one => protocol is null || one.Name == protocol).SelectMany(one => one.Server!.Settings).ToArray();
        if (known.Any(one => one.Name == bare)) return;
        if (name == "process")
        {
            if (request.Model == "process" && setting is ("process=pool" or "process=fresh")) return;
            throw ToolError.Usage($"--set {setting}: with --model process it is process=pool or process=fresh", $"protokit serve {request.Path} --model process --set process=fresh");
        }


        var near = NearestName.Of(bare, known.Select(one => one.Name));
        throw ToolError.Usage($"there is no setting '{name}'" + (near is null ? "" : $"; did you mean {near}?"), $"protokit describe {request.Path}",
            known.Length == 0 ? "there are none" : $"there is: {string.Join(", ", known.Select(one => one.Name).Distinct())}");
    }

    private static string Names(IEnumerable<ProtocolDescription> protocols) => string.Join(", ", protocols.Select(protocol => protocol.Name));
}
