using System.CommandLine;
using System.Globalization;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Serving;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit serve PATH</c>: hosts every protocol of a project.</summary>
internal static class ServeVerb
{
    private static readonly string[] Models = ["iterative", "thread", "process", "poll", "select", "epoll", "async"];
    private static readonly string[] Spread = ["epoll", "async", "process"];
    private static readonly string[] Traces = ["off", "connections", "messages", "bytes"];

    public static Command Create(ToolConsole console)
    {
        var build = new BuildWords();
        var json = JsonWord.Create();
        var listen = Many("--listen", "URL", "Where to listen: URL, or NAME=URL for one protocol of several.");
        var protocol = Many("--protocol", "NAME", "Only these protocols of the project.");
        var set = Many("--set", "NAME=VALUE", "A setting of the server class; `describe` lists them.");
        var limit = Many("--limit", "NAME=VALUE", "What a connection may cost.");
        var printLimits = new Option<bool>("--print-limits") { Description = "Print every limit with its value, and serve nothing." };
        var model = One("--model", "NAME", string.Join(", ", Models) + ".", "async");
        var workers = new Option<string?>("--workers") { Description = "How many processes serve; with epoll, async and process.", HelpName = "N" };
        var stdin = new Option<bool>("--stdin") { Description = "A line on standard input, or its end, stops the server." };
        var drain = One("--drain", "TIME", "How long connections may go on after a stop.", "10s");
        var trace = One("--trace", "WHAT", string.Join(", ", Traces) + "; on a terminal, connections.", console.ErrorIsTerminal ? "connections" : "off");
        var bindAny = new Option<bool>("--bind-any") { Description = "Allow listening beyond this machine." };
        var readyFile = new Option<string?>("--ready-file") { Description = "A file that is there while every listener accepts.", HelpName = "FILE" };
        var command = new Command("serve", "Hosts every protocol of a project.")
        {
            build.Path, listen, protocol, set, limit, printLimits, model, workers, stdin, drain, trace, bindAny, readyFile, build.NoBuild, build.Configuration, json,
        };
        return command.Runs(console, json, parse => RunAsync(console, new ServeRequest
        {
            Path = parse.GetValue(build.Path)!,
            Build = build.Bind(parse, quiet: parse.GetValue(json)),
            Listen = parse.GetValue(listen)!,
            Protocols = parse.GetValue(protocol)!,
            Set = parse.GetValue(set)!,
            Limit = parse.GetValue(limit)!,
            Model = OneOf("--model", parse.GetValue(model)!, Models),
            Workers = Workers(parse.GetValue(workers), parse.GetValue(model)!, parse.GetValue(build.Path)!),
            Stdin = parse.GetValue(stdin),
            Drain = Time("--drain", parse.GetValue(drain)!),
            Trace = OneOf("--trace", parse.GetValue(trace)!, Traces),
            BindAny = parse.GetValue(bindAny),
            ReadyFile = parse.GetValue(readyFile),
            PrintLimits = parse.GetValue(printLimits),
            Json = parse.GetValue(json),
        }));
    }

    private static async Task<int> RunAsync(ToolConsole console, ServeRequest request)
    {
        if (request.PrintLimits)
        {
            LimitTable.Print(console.Out, request.Limit, request.Json);
            return ExitCode.Done;
        }

        // What is wrong in the words themselves is said before a build is waited for.
        LimitTable.Apply(request.Limit);
        foreach (var listen in request.Listen) ListenWord.Parse(listen);
        var source = new ProjectFinder(console, "serve").Find(request.Path);
        var project = await new ProjectBuilder(console, "serve").BuildAsync(source, request.Build);
        var protocols = AssemblyDescriptions.Read(project.Assembly, console.Shown(project.Assembly));
        var plan = ServePlan.Of(request, protocols);
        if (request.Set.Count > 0 && !request.Json) console.Error.WriteLine($"set {string.Join(' ', request.Set)}");
        return await new ServeRun(console, request, plan).RunAsync(project);
    }

    // 0: it was not said.
    private static int Workers(string? text, string model, string path)
    {
        if (text is null) return 0;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var workers) || workers is < 1 or > 512)
            throw ToolError.Usage($"--workers {text} is not a number from 1 to 512");
        return Spread.Contains(model)
            ? workers
            : throw ToolError.Usage($"--workers goes with the models {string.Join(", ", Spread)}; {model} serves in one process",
                $"protokit serve {path} --model {(model == "iterative" ? "process" : "epoll")} --workers {workers}");
    }

    private static TimeSpan Time(string option, string text) => Duration.TryParse(text, out var time)
        ? time
        : throw ToolError.Usage($"{option} {text} is not a time; like 250ms, 10s, 2m");

    private static string OneOf(string option, string text, string[] words) => words.Contains(text)
        ? text
        : throw ToolError.Usage($"{option} {text} is none of {string.Join(", ", words)}"
            + (NearestName.Of(text, words) is { } near ? $"; did you mean {near}?" : ""));

    private static Option<string[]> Many(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => [] };

    private static Option<string> One(string name, string help, string description, string otherwise) =>
        new(name) { Description = description, HelpName = help, DefaultValueFactory = _ => otherwise };
}
