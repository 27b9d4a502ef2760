using System.Diagnostics;
using Xunit;

namespace Samples.Tests;

/// <summary>A small file system of its own over a folder, which takes root; without it the test is skipped.</summary>
internal sealed class TemporaryMount : IDisposable
{
    private readonly string folder;

    public TemporaryMount(string folder, string options)
    {
        this.folder = folder;
        Assert.SkipUnless(OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder), "mounting takes root");
    }

    public void MakeReadOnly() => Assert.True(Run("mount", "-o", "remount,ro", folder));

    // Lazily: the library still holds the folder open.
    public void Dispose() => Run("umount", "-l", folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
