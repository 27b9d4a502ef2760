using System.CommandLine;
using ProtoKit.Tool.Emitting;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Projects;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Verbs;

/// <summary><c>protokit emit PATH</c>: the C# that the generator adds to a project.</summary>
internal static class EmitVerb
{
    public static Command Create(ToolConsole console)
    {
        var build = new BuildWords();
        var json = JsonWord.Create();
        var output = new Option<string?>("-o", "--output") { Description = "Write the files to this folder.", HelpName = "DIR" };
        var check = new Option<string?>("--check") { Description = "Compare with this folder; exit 1 when it differs.", HelpName = "DIR" };
        var accept = new Option<string?>("--accept") { Description = "Make this folder hold what is emitted.", HelpName = "DIR" };
        var command = new Command("emit", "Prints the C# that is generated for a project, or compares it with a folder.")
        {
            build.Path, output, check, accept, build.Configuration, json,
        };
        return command.Runs(console, json, parse => RunAsync(console, new Request(
            parse.GetValue(build.Path)!,
            parse.GetValue(build.Configuration)!,
            parse.GetValue(output),
            parse.GetValue(check),
            parse.GetValue(accept),
            parse.GetValue(json))));
    }

    private static async Task<int> RunAsync(ToolConsole console, Request request)
    {
        if (new[] { request.Output, request.Check, request.Accept }.Count(folder => folder is not null) > 1)
            throw ToolError.Usage("-o, --check and --accept exclude each other", $"protokit emit {request.Path} --check DIR");

        var source = new ProjectFinder(console, "emit").Find(request.Path);
        if (source.Form == ProjectForm.Assembly)
            throw new ToolError(ExitCode.NotFound, "no-source", $"'{request.Path}' is built already; emit needs the project") { Try = "protokit emit DIRECTORY" };

        var files = await new EmittingBuild(console).RunAsync(source, request.Configuration);
        if (request.Check is { } check) return Report(console, request, new EmittedFolder(console, check).Compare(files), files.Count, check);
        if (request.Accept is { } accept)
        {
            Report(console, request, new EmittedFolder(console, accept).Accept(files), files.Count, null);
            return ExitCode.Done;
        }

        if (request.Output is { } output) new EmittedFolder(console, output).Write(files);
        Print(console, request, files);
        return ExitCode.Done;
    }

    private static void Print(ToolConsole console, Request request, IReadOnlyList<EmittedFile> files)
    {
        if (request.Json)
        {
            var entries = files.Select(file => new EmittedFileEntry(file.Name, null, null, request.Output is null ? file.Text : null));
            console.Out.WriteLine(new EmitDocument(1, "emit", true, [.. entries]).ToJson());
            return;
        }

        foreach (var file in files)
        {
            console.Out.WriteLine(request.Output is null ? $"// {file.Name}" : file.Name);
            if (request.Output is null) console.Out.WriteLine(file.Text);
        }
    }

    private static int Report(ToolConsole console, Request request, IReadOnlyList<FileDifference> differences, int total, string? folder)
    {
        if (request.Json)
        {
            var entries = differences.Select(difference => new EmittedFileEntry(difference.Name, difference.Status, difference.FirstLine, null));
            console.Out.WriteLine(new EmitDocument(1, "emit", differences.Count == 0 || folder is null, [.. entries]).ToJson());
        }
        else
        {
            foreach (var difference in differences) Show(console.Out, difference);
        }

        if (folder is null || differences.Count == 0) return ExitCode.Done;
        console.Error.WriteLine($"{differences.Count} differences from the {total} files emitted. Review, then: protokit emit {request.Path} --accept {folder}");
        return ExitCode.No;
    }

    private static void Show(TextWriter output, FileDifference difference)
    {
        output.WriteLine($"{difference.Status,-7}  {difference.Name}{(difference.FirstLine is { } line ? $"  (line {line})" : "")}");
        if (difference.FirstLine is null) return;
        output.WriteLine($"  - {difference.Had ?? "(end of file)"}");
        output.WriteLine($"  + {difference.Emitted ?? "(end of file)"}");
    }

    private sealed record Request(string Path, string Configuration, string? Output, string? Check, string? Accept, bool Json);
}
