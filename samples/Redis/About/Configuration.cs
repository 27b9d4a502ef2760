using System.Globalization;
using System.Text;

namespace Samples.Redis;

/// <summary>What CONFIG GET tells: the parameters that clients and redis-benchmark ask for.</summary>
/// <param name="databases">How many databases there are.</param>
internal sealed class Configuration(int databases)
{
    private readonly (string Name, string Value)[] parameters =
    [
        ("appendonly", "no"),
        ("bind", "127.0.0.1"),
        ("databases", databases.ToString(CultureInfo.InvariantCulture)),
        ("maxmemory", "0"),
        ("maxmemory-policy", "noeviction"),
        ("proto-max-bulk-len", "67108864"),
        ("save", ""),
        ("timeout", "0"),
    ];

    /// <summary>The parameters that one of the patterns matches, each once; letters match in any case.</summary>
    public IEnumerable<(string Name, string Value)> Match(IEnumerable<byte[]> patterns)
    {
        var globs = patterns.Select(pattern => new Glob(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(pattern).ToLowerInvariant()))).ToArray();
        return parameters.Where(parameter => globs.Any(glob => glob.IsMatch(Encoding.ASCII.GetBytes(parameter.Name))));
    }
}
