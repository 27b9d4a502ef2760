using System.Globalization;
using System.Text;

namespace Samples.Redis;

/// <summary>What INFO tells, in sections of lines <c>name:value</c>.</summary>
internal sealed class Report(Keyspace keyspace, Channels channels, ClientRoll clients)
{
    /// <summary>The version whose words this server uses; clients decide by it what they may ask.</summary>
    public const string Version = "7.0.15";

    private static readonly string[] Whole = ["all", "default", "everything"];

    /// <summary>The sections of these names, or all of them when none is named.</summary>
    public string Of(IReadOnlyList<string> sections)
    {
        var all = sections.Count == 0 || sections.Any(name => Whole.Contains(name, StringComparer.OrdinalIgnoreCase));
        var asked = Sections().Where(section => all || sections.Contains(section.Name, StringComparer.OrdinalIgnoreCase));
        return string.Join("\r\n", asked.Select(section => $"# {section.Name}\r\n{string.Concat(section.Lines.Select(line => line + "\r\n"))}"));
    }

    private IEnumerable<(string Name, IEnumerable<string> Lines)> Sections() =>
    [
        ("Server", [$"redis_version:{Version}", "redis_mode:standalone", Line("process_id", Environment.ProcessId), Line("uptime_in_seconds", Uptime)]),
        ("Clients", [Line("connected_clients", clients.Count)]),
        ("Memory", [Line("used_memory", GC.GetTotalMemory(forceFullCollection: false)), "maxmemory:0"]),
        // Clients wait until this is 0.
        ("Persistence", ["loading:0"]),
        ("Stats", [Line("pubsub_channels", channels.Count)]),
        ("Replication", ["role:master", "connected_slaves:0"]),
        ("Keyspace", keyspace.Databases.Select(Keys).OfType<string>()),
    ];

    private long Uptime => (long)(keyspace.Clock.GetUtcNow() - clients.Since).TotalSeconds;

    private static string? Keys(Database database, int number) =>
        database.Count is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"db{number}:keys={count},expires={database.Ending},avg_ttl=0") : null;

    private static string Line(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"{name}:{value}");
}
