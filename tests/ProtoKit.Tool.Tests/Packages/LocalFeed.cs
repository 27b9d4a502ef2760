using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ProtoKit.Tool.Tests.Packages;

/// <summary>A folder of packages just packed, and nothing else to restore from: neither the network nor what this machine has cached.</summary>
internal sealed class LocalFeed(string folder)
{
    // A cached package of the same version would be taken instead of this one.
    public string Version { get; } = $"0.1.0-smoke.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public string Feed => Path.Join(folder, "feed");

    public static string DotnetRoot => Path.GetFullPath(Path.Join(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));

    /// <summary>What a child process needs to keep to this feed.</summary>
    public Dictionary<string, string> Environment => new()
    {
        ["NUGET_PACKAGES"] = Path.Join(folder, "packages"),
        ["DOTNET_ROOT"] = DotnetRoot,
    };

    /// <summary>Packs a project that is built already.</summary>
    public async Task PackAsync(string project)
    {
        await File.WriteAllTextAsync(Path.Join(folder, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="feed" value="{Feed}" /></packageSources></configuration>
            """);
        await DotnetAsync("pack", Path.Join(ToolRun.Repository, "src", project), "--no-build", "-c", ToolRun.Configuration, "-o", Feed,
            $"-p:PackageVersion={Version}", "--nologo");
    }

    /// <summary>Runs dotnet in the folder; what it said is the failure's message.</summary>
    public async Task DotnetAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Join(DotnetRoot, "dotnet"), arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // Packing uses what is restored; installing and building use this feed alone.
        if (arguments[0] != "pack") foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}{await error}");
    }
}
