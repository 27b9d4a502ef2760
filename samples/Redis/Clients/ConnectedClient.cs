using System.Globalization;

namespace Samples.Redis;

/// <summary>What CLIENT tells of a connection.</summary>
/// <param name="id">Its number; no other connection of the process has or had it.</param>
/// <param name="since">When it was made.</param>
internal sealed class ConnectedClient(long id, DateTimeOffset since)
{
    public long Id => id;

    public string Name { get; set; } = "";

    public string Library { get; set; } = "";

    public string LibraryVersion { get; set; } = "";

    public int Database { get; set; }

    public long Channels { get; set; }

    /// <summary>One line, as CLIENT LIST has it.</summary>
    public string Describe(DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"id={Id} name={Name} age={(long)(now - since).TotalSeconds} flags={(Channels > 0 ? "P" : "N")} db={Database} sub={Channels} psub=0 ssub=0 "
        + $"multi=-1 user=default redir=-1 resp=2 lib-name={Library} lib-ver={LibraryVersion}");

    /// <summary>A name can stand in that line.</summary>
    public static bool CanBeNamed(ReadOnlySpan<byte> name) => !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');
}
