using System.CommandLine;
using ProtoKit.Tool.Benching;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Serving;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit bench URL or PATH</c>: load with the protocol's own commands.</summary>
internal static class BenchVerb
{
    public static Command Create(ToolConsole console)
    {
        var words = new BenchWords();
        var json = JsonWord.Create();
        var verb = new Command("bench", "Puts a server under load with its own commands, and checks every reply.")
        {
            words.Target, words.Connections, words.Pipeline, words.Duration, words.Count, words.Rate, words.Warmup, words.Command, words.Models, words.Hold,
            words.FailIf, words.Compare, words.Proto, words.Protocol, words.Set, words.Limit, words.Markdown,
            words.Build.NoBuild, words.Build.Configuration, json,
        };
        return verb.Runs(console, json, parse => RunAsync(console, words.Bind(parse, console, parse.GetValue(json))));
    }

    private static Task<int> RunAsync(ToolConsole console, BenchRequest request)
    {
        // What is wrong in the words themselves is said before a build is waited for.
        LimitTable.Apply(request.Limit);
        var full = console.Absolute(request.Target);
        var isPath = File.Exists(full) || Directory.Exists(full);
        if (!isPath && Address.TryParse(request.Target, out var address, out _))
        {
            if (request.Models is not null)
                throw ToolError.Usage("--models needs a PATH: the server at a URL runs under the model that it was started with", "protokit bench PATH --models all");
            if (request.Set.Count + request.Limit.Count > 0) throw ToolError.Usage("--set and --limit need a PATH: the server at a URL is running already");
            return new BenchRun(console, request).OfUrlAsync(address);
        }

        return new BenchRun(console, request).OfPathAsync(new ProjectFinder(console, "bench").Find(request.Target));
    }
}
