using System.Globalization;

namespace Samples.Tests.Models;

/// <summary>What a process holds, as the system counts it.</summary>
/// <param name="Descriptors">Open files and sockets.</param>
/// <param name="Children">Child processes, zombies too.</param>
/// <param name="ServingThreads">Threads that the runtime under test made.</param>
internal sealed record Tally(int Descriptors, int Children, int ServingThreads)
{
    // USER_HZ, which is 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    public static Tally Of(int process) => new(
        DescriptorsOf(process).Count,
        ChildrenOf(process).Count,
        Directory.EnumerateDirectories($"/proc/{process}/task").Count(thread => Name(thread).StartsWith("protokit", StringComparison.Ordinal)));

    /// <summary>What its open descriptors stand for. Assemblies and their symbols are left out: .NET opens them when it first needs them, and keeps them.</summary>
    public static IReadOnlyList<string> DescriptorsOf(int process) => [.. new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos()
        .Select(Target)
        .Where(target => target.Length > 0 && Path.GetExtension(target) is not (".dll" or ".pdb"))
        .Order(StringComparer.Ordinal)];

    /// <summary>The processes that this one started and that it has not taken leave of.</summary>
    public static IReadOnlyList<int> ChildrenOf(int process) => [.. Processes().Where(id => Parent(id) == process)];

    /// <summary>The processes that this one started which have ended and were not waited for.</summary>
    public static IReadOnlyList<int> ZombiesOf(int process) => [.. ChildrenOf(process).Where(id => Status(id) is ["Z", ..])];

    public static bool IsRunning(int process) => Status(process) is [not "Z", ..];

    /// <summary>Seconds of processor time of this process and its children.</summary>
    public static double SecondsOf(int process) => ChildrenOf(process).Append(process).Sum(id => Status(id) is { Length: > 12 } words ? (Number(words[11]) + Number(words[12])) / TicksPerSecond : 0);

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static int Parent(int process) => Status(process) is { Length: > 1 } words ? (int)Number(words[1]) : 0;

    // What follows the name in proc_pid_stat(5): state, parent, ...
    private static string[] Status(int process)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{process}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string Name(string thread)
    {
        try
        {
            return File.ReadAllText(Path.Combine(thread, "comm"));
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static string Target(FileSystemInfo descriptor)
    {
        try
        {
            return descriptor.LinkTarget ?? "";
        }
        catch (IOException)
        {
            // It was closed meanwhile.
            return "";
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
