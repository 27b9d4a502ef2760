using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ProtoKit.Tool.Benching.Load;
using ProtoKit.Tool.Benching.Reporting;
using ProtoKit.Tool.Benching.Target;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching;

/// <summary>The loads that one server is put under, each as a row.</summary>
internal sealed class Loads
{
    private const int ChurnAtOnce = 16;

    // Memory is counted in pages and grows by itself: of fewer connections it tells nothing.
    private const int EnoughToWeigh = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly BenchRequest request;
    private readonly Rehearsal rehearsal;
    private readonly ProgressLine progress;
    private Script? script;
    private EndPoint? server;
    private SocketType kind;
    private ServerMeter? meter;
    private double? memoryEach;

    public Loads(ToolConsole console, BenchRequest request, ProtocolDescription protocol, bool isDatagram)
    {
        this.request = request;
        (Protocol, progress) = (protocol, new ProgressLine(console));
        Command = request.Command ?? HarmlessCommand.Choose(protocol);
        rehearsal = new Rehearsal(console, protocol, Command);
        var single = isDatagram || protocol.Wire.IsUnframed;
        if (single && request.Depths is { } depths && depths.Any(depth => depth > 1))
        {
            var why = isDatagram ? "over udp a datagram is one command" : $"{protocol.Name} has no frames, so two commands that are sent at once are one";
            throw ToolError.Usage($"--pipeline {string.Join(',', depths)}: {why}", null, "--pipeline 1 is what can be measured");
        }

        Depths = request.Depths ?? (single ? [1] : [1, 16]);
        if (isDatagram && request.Rate is not null) throw ToolError.Usage("--rate needs connections; over udp there are none");
    }

    public ProtocolDescription Protocol { get; }

    public string Command { get; }

    public IReadOnlyList<int> Depths { get; }

    /// <summary>Bytes of a command; 0 before the rehearsal.</summary>
    public int RequestBytes => script?.Request.Length ?? 0;

    /// <summary>Bytes of its reply.</summary>
    public int ReplyBytes => script?.Reply.Length ?? 0;

    /// <summary>Finds out what is to be said and heard at this server.</summary>
    /// <param name="pid">The server's process; null when it is to be found.</param>
    public async Task RehearseAsync(Address address, int? pid, CancellationToken cancel)
    {
        (server, kind) = await ServerAddress.ResolveAsync(address, cancel);
        script = await rehearsal.RunAsync(address, cancel);
        meter = ServerMeter.Of(pid ?? ServerAddress.OwnerOf(address, server));
        memoryEach = null;
    }

    /// <summary>Opens idle connections, each answered once, and weighs them; how many there were at most.</summary>
    public async Task<int> HoldAsync(int most, CancellationToken cancel)
    {
        if (kind == SocketType.Dgram) return 0;
        // What the server loads and compiles for its first connections is no cost of a connection.
        await RunAsync(Plan(Math.Min(most, EnoughToWeigh), 1) with { OnlyOpens = true }, "warming up", cancel);
        await SettleAsync(cancel);
        var held = await RunAsync(Plan(most, 1) with { OnlyOpens = true }, $"holding {most}", cancel);
        if (held.Open >= EnoughToWeigh) memoryEach = held.MemoryEach;
        return held.Open;
    }

    /// <summary>Waits until the server has put away what is left of the last load.</summary>
    public async Task SettleAsync(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < LongestPause && !cancel.IsCancellationRequested; waited += Pause)
        {
            var before = meter?.Cpu();
            await Task.Delay(Pause, CancellationToken.None);
            if (!(meter?.Cpu() - before > Pause / 5)) return;
        }
    }

    public async Task<BenchRow> MeasureAsync(string? model, int connections, int depth, CancellationToken cancel)
    {
        var result = await RunAsync(Plan(connections, depth), $"{model} {connections}x{depth}".Trim(), cancel);
        var row = new BenchRow
        {
            Model = model,
            Connections = connections,
            Depth = depth,
            Answers = result.Tally.Answers,
            Errors = result.Tally.Errors,
            HeldBack = result.HeldBack,
            Notes = [.. LoadNotes.Of(result, script!, request.Rate)],
        };
        if (result.Open == 0 && row is { Answers: 0, Errors: 0 }) return row with { Error = LoadNotes.Why(result) };

        var times = result.Tally.Times;
        if (times.Count == 0) return row with { RequestsPerSecond = 0 };
        return row with
        {
            RequestsPerSecond = Math.Round(result.PerSecond, 1),
            P50Ms = Milliseconds(times.At(0.5)),
            P90Ms = Milliseconds(times.At(0.9)),
            P99Ms = Milliseconds(times.At(0.99)),
            P999Ms = Milliseconds(times.At(0.999)),
            MaxMs = Milliseconds(times.Max),
            CpuUsPerRequest = result.Cpu is { } cpu ? Math.Round(cpu.TotalMicroseconds / times.Count, 2) : null,
            MemoryPerConnection = memoryEach is { } bytes ? (long)bytes : null,
            Was = request.Earlier?.Row(model, connections, depth),
        };
    }

    /// <summary>Connections that each say one command and close.</summary>
    public async Task<ModelRow> ChurnAsync(string model, int held, CancellationToken cancel)
    {
        var churn = Plan(ChurnAtOnce, 1) with { Churns = true, Rate = null, Count = null };
        var result = await RunAsync(churn, $"{model} churn", cancel);
        return new ModelRow
        {
            Model = model,
            ConnectionsPerSecond = Math.Round(result.PerSecond, 1),
            Held = held,
            HeldAtMost = request.Hold,
            MemoryPerConnection = memoryEach is { } bytes ? (long)bytes : null,
            Errors = result.Tally.Errors,
            Notes = [.. LoadNotes.Of(result, script!, rate: null)],
        };
    }

    private LoadPlan Plan(int connections, int depth) => new(script!, server!, kind, connections, depth)
    {
        Warmup = request.Warmup,
        Duration = request.Duration,
        Count = request.Count,
        Rate = request.Rate,
    };

    private async Task<LoadResult> RunAsync(LoadPlan plan, string what, CancellationToken cancel)
    {
        var result = await new LoadRun(plan, meter, (phase, number) => progress.Show(what, phase, number)).RunAsync(cancel);
        progress.Clear();
        return result;
    }

    private static double Milliseconds(long nanoseconds) => Math.Round(nanoseconds / 1e6, 4);
}
