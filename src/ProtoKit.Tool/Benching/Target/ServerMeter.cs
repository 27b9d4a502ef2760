using System.Globalization;

namespace ProtoKit.Tool.Benching.Target;

/// <summary>What a server's process costs, with all the processes that it started (Linux: /proc).</summary>
internal sealed class ServerMeter(int pid)
{
    // What every Linux tells sysconf(_SC_CLK_TCK), whatever its kernel counts in.
    private const double TicksASecond = 100;

    /// <summary>Null where no process can be seen.</summary>
    public static ServerMeter? Of(int? pid) => pid is { } known && File.Exists($"/proc/{known}/stat") ? new ServerMeter(known) : null;

    /// <summary>Time on a processor since each process began, of those that have ended too; null when it is not to be seen.</summary>
    public TimeSpan? Cpu()
    {
        var all = Family();
        return all.Count == 0 ? null : TimeSpan.FromSeconds(all.Sum(one => one.Ticks) / TicksASecond);
    }

    /// <summary>Bytes of memory, shared ones divided among those that share them; null when it is not to be seen.</summary>
    public long? Memory()
    {
        var all = Family();
        return all.Count == 0 ? null : all.Sum(one => Memory(one.Pid));
    }

    private List<ProcessStat> Family()
    {
        var all = Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => char.IsAsciiDigit(name![0]))
            .Select(name => ProcessStat.Read(int.Parse(name!, CultureInfo.InvariantCulture)))
            .OfType<ProcessStat>()
            .ToArray();
        List<ProcessStat> family = [.. all.Where(one => one.Pid == pid)];
        for (var i = 0; i < family.Count; i++) family.AddRange(all.Where(one => one.Parent == family[i].Pid));
        return family;
    }

    private static long Memory(int pid)
    {
        foreach (var (file, name) in new[] { ("smaps_rollup", "Pss:"), ("status", "VmRSS:") })
        {
            if (ProcessFile.Lines(pid, file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) is not { } found) continue;
            return long.Parse(found.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }

        return 0;
    }
}
