using System.Globalization;

namespace ProtoKit.Hosting;

/// <summary>Which process holds a port, as far as this one may see (Linux: /proc).</summary>
internal static class PortHolder
{
    public static IReadOnlyList<string> Facts(int port)
    {
        try
        {
            return Find(port) is { } holder ? [$"by: {holder}"] : [];
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException or FormatException)
        {
            return [];
        }
    }

    private static string? Find(int port)
    {
        if (!OperatingSystem.IsLinux()) return null;
        var local = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        var sockets = new[] { "/proc/net/tcp", "/proc/net/tcp6" }
            .Where(File.Exists)
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length > 9 && words[1].EndsWith(local, StringComparison.Ordinal) && words[3] == "0A")
            .Select(words => $"socket:[{words[9]}]")
            .ToHashSet();
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0])))
        {
            if (!Holds(process, sockets)) continue;
            var name = File.ReadAllText(Path.Combine(process, "comm")).Trim();
            return $"{name} (pid {Path.GetFileName(process)})";
        }

        return null;
    }

    private static bool Holds(string process, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles(Path.Combine(process, "fd"))
                .Any(descriptor => File.ResolveLinkTarget(descriptor, returnFinalTarget: false) is { } link && sockets.Contains(link.Name));
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
