using System.CommandLine;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit describe PATH</c>: the declaration in words, read without running it.</summary>
internal static class DescribeVerb
{
    public static Command Create(ToolConsole console)
    {
        var build = new BuildWords();
        var json = JsonWord.Create();
        var format = new Option<string>("--format")
        {
            Description = $"{string.Join(", ", DescriptionFormat.Names.SkipLast(1))} or {DescriptionFormat.Names[^1]}.",
            HelpName = "FORMAT",
            DefaultValueFactory = _ => "text",
        };
        var protocol = new Option<string?>("--protocol") { Description = "Only this one of several.", HelpName = "NAME" };
        var command = new Command("describe", "Says what a project's protocols are: commands, replies, faults, settings.")
        {
            build.Path, format, protocol, build.Configuration, build.NoBuild, json,
        };
        return command.Runs(console, json, parse => RunAsync(console, new Request(
            parse.GetValue(build.Path)!,
            parse.GetValue(json) ? "json" : parse.GetValue(format)!,
            parse.GetValue(protocol),
            build.Bind(parse, quiet: parse.GetValue(json)))));
    }

    private static async Task<int> RunAsync(ToolConsole console, Request request)
    {
        if (!DescriptionFormat.Names.Contains(request.Format))
        {
            throw ToolError.Usage(
                $"'{request.Format}' is no format of this protokit: {string.Join(", ", DescriptionFormat.Names)}", $"protokit describe {request.Path} --format text");
        }

        var protocols = await ReadAsync(console, request);
        if (request.Protocol is not null) protocols = [new ProtocolSource(console, "describe").Choose(protocols, request.Protocol)];

        DescriptionFormat.Write(request.Format, protocols, console.Out);
        return ExitCode.Done;
    }

    // What `describe --format json` wrote is described as the project is that it came from.
    private static async Task<IReadOnlyList<ProtocolDescription>> ReadAsync(ToolConsole console, Request request)
    {
        var file = console.Absolute(request.Path);
        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase) && File.Exists(file))
            return DescriptionDocument.ReadFile(file, request.Path);

        var source = new ProjectFinder(console, "describe").Find(request.Path);
        var project = await new ProjectBuilder(console, "describe").BuildAsync(source, request.Build);
        return AssemblyDescriptions.Read(project.Assembly, console.Shown(project.Assembly));
    }

    private sealed record Request(string Path, string Format, string? Protocol, BuildSettings Build);
}
