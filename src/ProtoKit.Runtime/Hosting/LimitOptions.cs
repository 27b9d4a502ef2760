using System.Globalization;

namespace ProtoKit.Hosting;

/// <summary>The limits by their names, as <c>--limit name=value</c> sets them and <c>--print-limits</c> shows them.</summary>
public static class LimitOptions
{
    private static readonly Option[] Known =
    [
        new("max-connections", "count", l => l.MaxConnections is { } said ? Count(said) : "4096, select 900, thread 512, process 64", (l, t) => l with { MaxConnections = Whole(t) }),
        new("first-command", "time", l => l.FirstCommand is { } said ? Time(said) : "10s, 120s on loopback", (l, t) => l with { FirstCommand = Quantity.Duration(t) }),
        new("command", "time", l => Time(l.Command), (l, t) => l with { Command = Quantity.Duration(t) }),
        new("idle", "time", l => Time(l.Idle), (l, t) => l with { Idle = Quantity.Duration(t) }),
        new("handler", "time", l => Time(l.Handler), (l, t) => l with { Handler = Quantity.Duration(t) }),
        new("min-receive-rate", "bytes/s", l => Count(l.MinReceiveRate), (l, t) => l with { MinReceiveRate = Whole(t) }),
        new("min-send-rate", "bytes/s", l => Count(l.MinSendRate), (l, t) => l with { MinSendRate = Whole(t) }),
        new("max-line", "bytes", l => l.MaxLine is { } max ? Count(max) : "as declared", (l, t) => l with { MaxLine = checked((int)Quantity.Bytes(t)) }),
        new("max-frame", "bytes", l => l.MaxFrame is { } max ? Count(max) : "as declared", (l, t) => l with { MaxFrame = Quantity.Bytes(t) }),
        new("max-arguments", "count", l => l.MaxArguments is { } max ? Count(max) : "as declared", (l, t) => l with { MaxArguments = Whole(t) }),
        new("max-body", "bytes", l => l.MaxBody is { } max ? Count(max) : "as declared", (l, t) => l with { MaxBody = Quantity.Bytes(t) }),
        new("max-errors", "count", l => Count(l.MaxErrors), (l, t) => l with { MaxErrors = Whole(t) }),
        new("udp-reply-factor", "times", l => Count(l.UdpReplyFactor), (l, t) => l with { UdpReplyFactor = Whole(t) }),
        new("drain", "time", l => Time(l.Drain), (l, t) => l with { Drain = Quantity.Duration(t) }),
    ];

    /// <summary>Every limit's name.</summary>
    public static IReadOnlyList<string> Names => [.. Known.Select(option => option.Name)];

    /// <summary>Every limit: its name, its unit, and its value as it would be written.</summary>
    public static IReadOnlyList<(string Name, string Unit, string Value)> Of(Limits limits) =>
        [.. Known.Select(option => (option.Name, option.Unit, option.Show(limits)))];

    /// <summary>The limits with these <c>name=value</c> on top. Throws <see cref="SettingException"/>.</summary>
    public static Limits Apply(Limits limits, IEnumerable<string> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        foreach (var assignment in assignments)
        {
            var parts = assignment.Split('=', 2);
            if (parts.Length < 2) throw new SettingException($"'{assignment}' is not name=value");
            var option = Known.FirstOrDefault(known => known.Name == parts[0])
                ?? throw new SettingException($"there is no limit '{parts[0]}'; there are {string.Join(", ", Names)}");
            try
            {
                limits = option.Set(limits, parts[1]);
            }
            catch (Exception wrong) when (wrong is FormatException or OverflowException)
            {
                throw new SettingException($"'{parts[1]}' is not what '{option.Name}' takes ({option.Unit})");
            }
        }

        return limits;
    }

    private static string Count(long value) => value < 0 ? "unlimited" : value.ToString(CultureInfo.InvariantCulture);

    private static string Time(TimeSpan value) => value == Timeout.InfiniteTimeSpan ? "unlimited"
        : value.TotalSeconds >= 1 ? value.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s"
        : value.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) + "ms";

    private static int Whole(string text) => text == "unlimited" ? -1 : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record Option(string Name, string Unit, Func<Limits, string> Show, Func<Limits, string, Limits> Set);
}
