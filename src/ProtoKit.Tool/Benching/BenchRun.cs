using ProtoKit.Tool.Benching.Reporting;
using ProtoKit.Tool.Benching.Target;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Serving;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching;

/// <summary>All the loads of one <c>bench</c>, on a server that is there or on one that it starts itself, model by model.</summary>
internal sealed class BenchRun(ToolConsole console, BenchRequest request)
{
    private readonly List<BenchRow> rows = [];
    private readonly List<ModelRow> models = [];

    /// <summary>Measures a server that is there.</summary>
    public async Task<int> OfUrlAsync(Address address)
    {
        var protocol = await new ProtocolSource(console, "bench").LearnAsync(request.Proto, request.Protocol);
        return await Interruptible.RunAsync(async cancel =>
        {
            var loads = Loads(protocol, address.Scheme == "udp");
            await loads.RehearseAsync(address, null, cancel);
            var most = request.Connections.Max();
            // Somebody else's server is not asked for more connections than were wanted.
            await loads.HoldAsync(Math.Min(most, request.Hold), cancel);
            await MeasureAsync(loads, null, cancel);
            return Report(address.Url, loads, cancel);
        });
    }

    /// <summary>Builds a project and measures its server, under each of the models.</summary>
    public async Task<int> OfPathAsync(ProjectSource source)
    {
        var project = await new ProjectBuilder(console, "bench").BuildAsync(source, request.Build);
        var declared = AssemblyDescriptions.Read(project.Assembly, console.Shown(project.Assembly));
        var served = declared.Where(one => one.Servers.Count > 0).ToArray();
        var protocol = new ProtocolSource(console, "bench").Choose(served.Length > 0 ? served : declared, request.Protocol);
        return await Interruptible.RunAsync(async cancel =>
        {
            var loads = Loads(protocol, isDatagram: false);
            foreach (var model in request.Models ?? ["async"])
            {
                if (!cancel.IsCancellationRequested) await OfModelAsync(project, declared, loads, model, cancel);
            }

            return Report(console.Shown(source.Path), loads, cancel);
        });
    }

    private async Task OfModelAsync(
        BuiltProject project, IReadOnlyList<ProtocolDescription> declared, Loads loads, string model, CancellationToken cancel)
    {
        try
        {
            var plan = ServePlan.Of(Served(loads.Protocol, model), declared);
            await using var target = await ServedTarget.StartAsync(console, project, plan);
            await loads.RehearseAsync(Dialing.Read(target.Url), target.Pid, cancel);
            var held = await loads.HoldAsync(request.Hold, cancel);
            await MeasureAsync(loads, model, cancel);
            if (request.Models is null || cancel.IsCancellationRequested) return;
            await loads.SettleAsync(cancel);
            models.Add(await loads.ChurnAsync(model, held, cancel));
        }
        catch (Exception failure) when (request.Models is { Count: > 1 } && Refusal(failure) is { } refusal)
        {
            // The others can be measured all the same.
            rows.Add(new BenchRow { Model = model, Error = refusal });
            models.Add(new ModelRow { Model = model, Error = refusal });
        }
    }

    private static string? Refusal(Exception failure) => (failure as ToolError ?? PeerErrors.Of(failure))?.Message;

    private async Task MeasureAsync(Loads loads, string? model, CancellationToken cancel)
    {
        foreach (var connections in request.Connections)
        {
            foreach (var depth in loads.Depths)
            {
                if (cancel.IsCancellationRequested) return;
                await loads.SettleAsync(cancel);
                rows.Add(await loads.MeasureAsync(model, connections, depth, cancel));
            }
        }
    }

    private Loads Loads(ProtocolDescription protocol, bool isDatagram) => new(console, request, protocol, isDatagram);

    private ServeRequest Served(ProtocolDescription protocol, string model) => new()
    {
        Path = request.Target,
        Build = request.Build,
        Listen = ["tcp://127.0.0.1:0"],
        Protocols = [protocol.Name],
        Set = request.Set,
        Limit = request.Limit,
        Model = model,
        Drain = TimeSpan.Zero,
    };

    private int Report(string target, Loads loads, CancellationToken cancel)
    {
        var met = request.FailIf.SelectMany(threshold => threshold.MetBy(rows)).ToArray();
        var document = BenchDocument.Of(request, loads, target, rows, models, met, cancel.IsCancellationRequested);
        if (request.Json) console.Out.WriteLine(document.ToJson());
        else BenchText.Write(console, document, request.Markdown);
        foreach (var one in met) if (!request.Json) console.Error.WriteLine($"failed: {one}");
        return cancel.IsCancellationRequested ? ExitCode.Interrupted
            : met.Length > 0 || rows.All(row => row.Error is not null || row.Answers == 0) ? ExitCode.No
            : ExitCode.Done;
    }
}
