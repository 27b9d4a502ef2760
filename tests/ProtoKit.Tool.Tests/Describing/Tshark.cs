using System.Diagnostics;
using System.Xml.Linq;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>Wireshark without its windows, with a dissector of ours. A test on a machine without it is skipped, and says so.</summary>
internal static class Tshark
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(place => Path.Combine(place, "tshark")).FirstOrDefault(File.Exists);

    /// <summary>What the dissector names in a conversation, in order: each field with its value.</summary>
    /// <param name="protocol">Its filter name.</param>
    public static async Task<IReadOnlyList<Named>> NamesAsync(string dissector, CaptureFile capture, string protocol)
    {
        var document = XDocument.Parse(await RunAsync(dissector, capture, "-T", "pdml"));
        return [.. document.Descendants("proto")
            .Where(proto => (string?)proto.Attribute("name") == protocol || (string?)proto.Attribute("name") == $"protokit.{protocol}")
            .SelectMany(proto => proto.Descendants("field"))
            .Select(field => new Named(((string)field.Attribute("name")!).Replace("protokit.", "", StringComparison.Ordinal), (string?)field.Attribute("show") ?? ""))];
    }

    /// <summary>What tshark says; an error of the dissector's own fails the test.</summary>
    public static async Task<string> RunAsync(string dissector, CaptureFile capture, params string[] how)
    {
        Assert.SkipWhen(Program is null, "tshark is not on PATH");
        using var folder = new TemporaryFolder().With("dissector.lua", dissector);
        var file = Path.Join(folder.Path, "capture.pcap");
        capture.Save(file);
        var start = new ProcessStartInfo(Program!, ["-n", "-X", $"lua_script:{Path.Join(folder.Path, "dissector.lua")}", "-r", file, .. how])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var running = Process.Start(start)!;
        var (said, complained) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        try
        {
            await running.WaitForExitAsync().WaitAsync(Patience);
        }
        finally
        {
            if (!running.HasExited) running.Kill();
        }

        Assert.True(running.ExitCode == 0, await complained);
        Assert.DoesNotContain("Lua", await complained, StringComparison.Ordinal);
        Assert.DoesNotContain("Lua Error", await said, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be read by this dissector", await said, StringComparison.Ordinal);
        return await said;
    }
}

/// <summary>A field as Wireshark shows it.</summary>
internal sealed record Named(string Field, string Value);
