using System.Globalization;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Benching.Target;

/// <summary>Which process of this machine listens at an address, as far as this one may see (Linux: /proc).</summary>
internal static class SocketOwner
{
    /// <summary>Null when it is not to be seen.</summary>
    public static int? Find(Address address)
    {
        if (!OperatingSystem.IsLinux() || !address.IsLoopback) return null;
        var names = address.Scheme == "unix" ? Local("/proc/net/unix", words => words.Length > 7 && words[7] == address.Path, 6)
            : address.Scheme == "udp" ? Internet(address.Port, "udp", "07")
            : Internet(address.Port, "tcp", "0A");
        var sockets = names.Select(inode => $"socket:[{inode}]").ToHashSet();
        if (sockets.Count == 0) return null;

        // Workers hold their parent's listener too; the parent is the one that was there first.
        return Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid > 0 && Holds(pid, sockets))
            .Order()
            .Select(pid => (int?)pid)
            .FirstOrDefault();
    }

    private static IEnumerable<string> Internet(int port, string kind, string state)
    {
        var local = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        bool Listens(string[] words) => words.Length > 9 && words[1].EndsWith(local, StringComparison.Ordinal) && words[3] == state;
        return Local($"/proc/net/{kind}", Listens, 9).Concat(Local($"/proc/net/{kind}6", Listens, 9));
    }

    private static IEnumerable<string> Local(string table, Func<string[], bool> listens, int inode) => File.Exists(table)
        ? File.ReadLines(table).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(listens).Select(words => words[inode])
        : [];

    private static bool Holds(int pid, HashSet<string> sockets)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd")
                .Any(descriptor => File.ResolveLinkTarget(descriptor, returnFinalTarget: false) is { } link && sockets.Contains(link.Name));
        }
        catch (Exception unseen) when (unseen is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
