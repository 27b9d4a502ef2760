using System.Diagnostics;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Projects;

/// <summary>The <c>dotnet</c> that builds and runs the user's project.</summary>
internal sealed class DotnetHost(string path, ToolConsole console)
{
    // Set by an SDK that started this process (dotnet run, dotnet test), and wrong for another build. What people set themselves stays.
    private static readonly string[] ThePersonsOwn =
    [
        "MSBUILDDISABLENODEREUSE", "DOTNET_CLI_HOME", "DOTNET_CLI_TELEMETRY_OPTOUT", "DOTNET_CLI_UI_LANGUAGE",
        "DOTNET_CLI_USE_MSBUILD_SERVER", "DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE",
    ];

    /// <summary>By DOTNET_HOST_PATH, then DOTNET_ROOT, then PATH.</summary>
    public static DotnetHost Find(ToolConsole console)
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var folders = (console.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var found = new[] { console.Variable("DOTNET_HOST_PATH") }
            .Append(console.Variable("DOTNET_ROOT") is { Length: > 0 } root ? Path.Join(root, name) : null)
            .Concat(folders.Select(folder => Path.Join(folder, name)))
            .FirstOrDefault(File.Exists);
        return found is not null
            ? new DotnetHost(found, console)
            : throw new ToolError(ExitCode.BuildFailed, "no-dotnet", "there is no dotnet to build and run the project with")
            {
                Facts = ["looked at DOTNET_HOST_PATH, DOTNET_ROOT and PATH"],
            };
    }

    /// <summary>A command line for dotnet, not yet started; nothing in it is ever parsed by a shell.</summary>
    public ProcessStartInfo Command(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments) { UseShellExecute = false, WorkingDirectory = console.Directory };
        foreach (var name in start.Environment.Keys.Where(IsTheSdks).ToArray()) start.Environment.Remove(name);
        return start;
    }

    private static bool IsTheSdks(string name) =>
        (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_CLI_", StringComparison.OrdinalIgnoreCase))
        && !ThePersonsOwn.Contains(name, StringComparer.OrdinalIgnoreCase);
}
