using System.CommandLine;
using System.Globalization;
using ProtoKit.Tool.Benching;
using ProtoKit.Tool.Benching.Reporting;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Verbs;

/// <summary>The words of <c>bench</c>.</summary>
internal sealed class BenchWords
{
    private const int MostConnections = 50_000;
    private const int MostDepth = 4096;
    private static readonly string[] AllModels = ["iterative", "thread", "process", "poll", "select", "epoll", "async"];

    public Argument<string> Target { get; } = new("TARGET")
    {
        Description = "The URL of a server, or the PATH of a project to build and serve.",
        DefaultValueFactory = _ => ".",
        Validators = { UsageErrors.RefuseOptions },
    };

    public BuildWords Build { get; } = new();

    public Option<string> Connections { get; } = One("--connections", "N,N", "How many connections; several numbers are measured in turn.", "1,64", "-c");

    public Option<string?> Pipeline { get; } = new("--pipeline") { Description = "How many commands are sent at once; 1,16 unless said.", HelpName = "N,N" };

    public Option<string> Duration { get; } = One("--duration", "TIME", "How long to measure each.", "3s", "-d");

    public Option<long?> Count { get; } = new("--count", "-n") { Description = "Measure so many commands, instead of a time.", HelpName = "N" };

    public Option<double?> Rate { get; } = new("--rate")
    {
        Description = "Commands a second, in all; latency counts from when each should have been sent.",
        HelpName = "N",
    };

    public Option<string> Warmup { get; } = One("--warmup", "TIME", "Load that is not measured, before each.", "1s");

    public Option<string?> Command { get; } = new("--command")
    {
        Description = "What is said, as in call: 'get name=a.txt'; unless said, a command that does no harm.",
        HelpName = "TEXT",
    };

    public Option<string?> Models { get; } = new("--models") { Description = "Compare concurrency models: a,b,c or all.", HelpName = "NAMES" };

    public Option<int> Hold { get; } = new("--hold")
    {
        Description = "How many idle connections to try to hold.",
        HelpName = "N",
        DefaultValueFactory = _ => 1000,
    };

    public Option<string[]> FailIf { get; } = Many("--fail-if", "TEXT", "Exit 1 when a row is like this: 'p99>5ms', 'requests/s<10000', 'errors>0'.");

    public Option<string?> Compare { get; } = new("--compare") { Description = "What bench --json wrote, to show the change.", HelpName = "FILE" };

    public Option<string?> Proto { get; } = new("--proto")
    {
        Description = "With a URL: where the protocol is declared; else PROTOKIT_PROTO, else the project here.",
        HelpName = "PATH",
    };

    public Option<string?> Protocol { get; } = new("--protocol") { Description = "Which protocol, of several.", HelpName = "NAME" };

    public Option<string[]> Set { get; } = Many("--set", "NAME=VALUE", "With a PATH: a setting of the server class.");

    public Option<string[]> Limit { get; } = Many("--limit", "NAME=VALUE", "With a PATH: what a connection may cost.");

    public Option<bool> Markdown { get; } = new("--markdown") { Description = "The tables as GitHub markdown." };

    public BenchRequest Bind(ParseResult parse, ToolConsole console, bool json) => new()
    {
        Target = parse.GetValue(Target)!,
        Build = Build.Bind(parse, quiet: json),
        Proto = parse.GetValue(Proto),
        Protocol = parse.GetValue(Protocol),
        Connections = Numbers("--connections", parse.GetValue(Connections)!, MostConnections),
        Depths = parse.GetValue(Pipeline) is { } depths ? Numbers("--pipeline", depths, MostDepth) : null,
        Duration = Time("--duration", parse.GetValue(Duration)!, mayBeNone: false),
        Warmup = Time("--warmup", parse.GetValue(Warmup)!, mayBeNone: true),
        Count = parse.GetValue(Count) is { } count ? Positive("--count", count) : null,
        Rate = parse.GetValue(Rate) is { } rate ? Positive("--rate", rate) : null,
        Command = parse.GetValue(Command),
        Models = parse.GetValue(Models) is { } models ? Named(models) : null,
        Hold = (int)Positive("--hold", Math.Min(parse.GetValue(Hold), MostConnections)),
        FailIf = [.. parse.GetValue(FailIf)!.Select(Threshold.Parse)],
        Earlier = parse.GetValue(Compare) is { } file ? BenchDocument.Read(console.Absolute(file), file) : null,
        Set = parse.GetValue(Set)!,
        Limit = parse.GetValue(Limit)!,
        Markdown = parse.GetValue(Markdown),
        Json = json,
    };

    private static IReadOnlyList<string> Named(string text)
    {
        if (text == "all") return AllModels;

        var names = Words(text);
        var unknown = names.Length == 0 ? text : names.FirstOrDefault(name => !AllModels.Contains(name));
        return unknown is null ? names : throw ToolError.Usage($"--models {text}: '{unknown}' is none of all, {string.Join(", ", AllModels)}"
            + (NearestName.Of(unknown, AllModels) is { } near ? $"; did you mean {near}?" : ""));
    }

    private static IReadOnlyList<int> Numbers(string option, string text, int most)
    {
        var numbers = Words(text).Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).ToArray();
        return numbers.Length > 0 && numbers.All(number => number > 0 && number <= most)
            ? [.. numbers.Distinct()]
            : throw ToolError.Usage($"{option} {text} is no list of numbers from 1 to {most}; like 1,64");
    }

    private static string[] Words(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static TimeSpan Time(string option, string text, bool mayBeNone)
    {
        if (!ProtoKit.Tool.Words.Duration.TryParse(text, out var time)) throw ToolError.Usage($"{option} {text} is not a time; like 250ms, 10s, 2m");
        return mayBeNone || time > TimeSpan.Zero ? time : throw ToolError.Usage($"{option} {text} is no time at all; like 3s");
    }

    private static T Positive<T>(string option, T number)
        where T : System.Numerics.INumber<T> => number > T.Zero ? number : throw ToolError.Usage($"{option} {number} is not more than nothing");

    private static Option<string[]> Many(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private static Option<string> One(string name, string help, string description, string otherwise, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = help, DefaultValueFactory = _ => otherwise };
}
