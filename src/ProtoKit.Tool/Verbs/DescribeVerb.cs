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
            Description = "text or json.",
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
        if (request.Format is not ("text" or "json"))
            throw ToolError.Usage($"'{request.Format}' is no format of this protokit: text, json", $"protokit describe {request.Path} --format text");

        var source = new ProjectFinder(console, "describe").Find(request.Path);
        var project = await new ProjectBuilder(console, "describe").BuildAsync(source, request.Build);
        var protocols = AssemblyDescriptions.Read(project.Assembly, console.Shown(project.Assembly));
        if (request.Protocol is not null) protocols = [new ProtocolSource(console, "describe").Choose(protocols, request.Protocol)];

        if (request.Format == "json") console.Out.WriteLine(DescriptionDocument.Write(protocols));
        else Write(protocols, console.Out);
        return ExitCode.Done;
    }

    private static void Write(IReadOnlyList<ProtocolDescription> protocols, TextWriter output)
    {
        var text = new DescriptionText(output);
        for (var i = 0; i < protocols.Count; i++)
        {
            if (i > 0) output.WriteLine();
            text.Write(protocols[i]);
        }
    }

    private sealed record Request(string Path, string Format, string? Protocol, BuildSettings Build);
}
