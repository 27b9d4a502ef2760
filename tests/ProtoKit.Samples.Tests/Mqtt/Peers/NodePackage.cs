using System.Diagnostics;
using Xunit;

namespace Samples.Tests.Messaging;

/// <summary>A package of npm's in a folder of its own, installed once for all tests that want it.</summary>
internal static class NodePackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly Lazy<Task<string>> Mqtt = new(() => InstallAsync("mqtt@5"));

    /// <summary>The folder in which <c>require('mqtt')</c> finds it; a test that cannot have it is skipped.</summary>
    public static Task<string> MqttAsync() => Mqtt.Value;

    private static async Task<string> InstallAsync(string package)
    {
        var npm = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, "npm")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(npm is null, "npm is not on PATH");
        var folder = Path.Combine(Path.GetTempPath(), $"pk-npm-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var process = Process.Start(new ProcessStartInfo(npm!, ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, package])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Skip($"npm has not installed {package} in {Patience}");
        }

        Assert.SkipWhen(process.ExitCode != 0, $"npm cannot install {package}: {string.Concat(await said)}");
        return folder;
    }
}
