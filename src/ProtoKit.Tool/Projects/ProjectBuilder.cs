using System.Diagnostics;
using System.Globalization;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Projects;

/// <summary>Builds a project with the SDK and asks, in the same call, where everything is.</summary>
internal sealed class ProjectBuilder(ToolConsole console, string verb)
{
    private const string Properties =
        "TargetPath,TargetFramework,TargetFrameworks,OutputType,NuGetPackageRoot,NETCoreSdkVersion,MSBuildProjectFullPath";

    public async Task<BuiltProject> BuildAsync(ProjectSource source, BuildSettings settings)
    {
        if (source.Form == ProjectForm.Assembly) return new BuiltProject(source, source.Path, null, []);
        if (settings.NoBuild && RecentOutput.LastOf(source, settings.Configuration) is { } left)
        {
            if (!settings.Quiet) console.Error.WriteLine($"found {console.Shown(source.Path)} {left.Framework} {settings.Configuration}");
            return left;
        }

        var clock = Stopwatch.StartNew();
        var answer = await AskAsync(source, settings);
        var assembly = answer["TargetPath"];
        if (!File.Exists(assembly)) throw NotBuilt(source, settings, assembly);
        if (!settings.Quiet) Say(source, settings, answer, clock.Elapsed);
        return new BuiltProject(source, assembly, NullIfEmpty(answer["NuGetPackageRoot"]), [.. answer.ItemsOf("FrameworkReference")]);
    }

    /// <summary>Runs <c>dotnet build</c> on the project; throws when that fails.</summary>
    public async Task<BuildAnswer> RunAsync(
        ProjectSource source, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>>? variables = null)
    {
        List<string> line = ["build", source.Path, "--nologo", .. arguments];
        // A file-based app publishes natively unless told otherwise, and then even its build wants the native toolchain.
        if (source.Form == ProjectForm.File) line.Add("-p:PublishAot=false");

        var start = DotnetHost.Find(console).Command(line);
        foreach (var (name, value) in variables ?? []) start.Environment[name] = value;
        var run = await BuildRun.OfAsync(start);
        console.Error.Write(run.Text);
        return run is { Exit: 0, Answer: { } answer } ? answer : throw Failed(source, run);
    }

    /// <summary>What the project's properties are; builds it unless the settings say no.</summary>
    public async Task<BuildAnswer> AskAsync(ProjectSource source, BuildSettings settings)
    {
        var answer = await AskAsync(source, settings, null);
        // The build of several frameworks at once has no output of its own.
        return answer["TargetPath"].Length == 0 && answer["TargetFrameworks"].Length > 0
            ? await AskAsync(source, settings, OneFramework(source, answer["TargetFrameworks"]))
            : answer;
    }

    private Task<BuildAnswer> AskAsync(ProjectSource source, BuildSettings settings, string? framework)
    {
        // Two properties or more make the answer JSON. Without a target nothing is built: the values are only worked out.
        List<string> arguments = ["--configuration", settings.Configuration, $"-getProperty:{Properties}", "-getItem:FrameworkReference"];
        if (framework is not null) arguments.AddRange(["--framework", framework]);
        arguments.AddRange(settings.NoBuild ? ["--no-restore"] : ["-t:Build", "-getTargetResult:Build"]);
        return RunAsync(source, arguments);
    }

    private string OneFramework(ProjectSource source, string frameworks)
    {
        var usable = frameworks.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(name => name.StartsWith("net", StringComparison.Ordinal) && Version.TryParse(name[3..], out var version) && version.Major >= 10)
            .ToArray();
        return usable is [var one] ? one : throw new ToolError(ExitCode.NotFound, "ambiguous-framework",
            $"{console.Shown(source.Path)} targets {frameworks.Replace(";", ", ")}; which one to {verb} is not clear")
        {
            Try = $"protokit {verb} bin/{(usable.Length > 0 ? usable[0] : "net10.0")}/{Path.GetFileNameWithoutExtension(source.Path)}.dll",
        };
    }

    private void Say(ProjectSource source, BuildSettings settings, BuildAnswer answer, TimeSpan elapsed)
    {
        var what = settings.NoBuild ? "found" : "build";
        var seconds = elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        console.Error.WriteLine(
            $"{what} {console.Shown(source.Path)} {answer["TargetFramework"]} {settings.Configuration} sdk {answer["NETCoreSdkVersion"]} {seconds} s");
    }

    private ToolError NotBuilt(ProjectSource source, BuildSettings settings, string assembly)
    {
        var shown = console.Shown(source.Path);
        return assembly.Length == 0
            ? new ToolError(ExitCode.NotFound, "no-output", $"{shown} builds no assembly")
            : new ToolError(ExitCode.NotFound, "not-built", $"{shown} is not built")
            {
                Facts = [$"{console.Shown(assembly)} is not there"],
                Try = settings.NoBuild ? $"protokit {verb} {shown}" : $"dotnet build {shown} -c {settings.Configuration}",
            };
    }

    private ToolError Failed(ProjectSource source, BuildRun run)
    {
        var shown = console.Shown(source.Path);
        var errors = run.Text.Split('\n').Select(line => line.Trim()).Where(line => line.Contains(": error ")).Distinct().Count();
        var restore = run.Text.Contains(": error NU");
        var count = errors switch { 0 => "", 1 => ": 1 error", _ => $": {errors} errors" };
        return new ToolError(ExitCode.BuildFailed, restore ? "restore-failed" : "build-failed",
            $"{(restore ? "restore" : "build")} failed{count} in {shown} (above)")
        {
            Try = $"dotnet {(restore ? "restore" : "build")} {shown}",
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
