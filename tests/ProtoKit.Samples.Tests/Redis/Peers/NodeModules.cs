using System.Diagnostics;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>The packages of npm's that the tests want, in a folder of their own, installed once.</summary>
internal static class NodeModules
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    /// <summary>The folder in which <c>require</c> finds them; a test that cannot have them is skipped.</summary>
    public static Task<string> FolderAsync() => Installed.Value;

    private static async Task<string> InstallAsync()
    {
        var npm = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, "npm")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(npm is null, "npm is not on PATH");
        var folder = Directory.CreateTempSubdirectory("pk-npm-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string[] words = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, "redis@5", "ioredis@5"];
        var start = new ProcessStartInfo(npm!, words) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Skip($"npm has not installed redis and ioredis in {Patience}");
        }

        Assert.SkipWhen(process.ExitCode != 0, $"npm cannot install redis and ioredis: {string.Concat(await said)}");
        return folder;
    }
}
