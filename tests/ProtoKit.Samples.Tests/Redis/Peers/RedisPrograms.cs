using System.Globalization;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>The programs that come with Redis; a test that finds none is skipped.</summary>
internal static class RedisPrograms
{
    /// <summary>Runs redis-cli on this input to its end, and tells what it said.</summary>
    public static Task<string> CliAsync(int port, string input, params string[] arguments) =>
        ForeignProgram.RunAsync("redis-cli", ["-p", port.ToString(CultureInfo.InvariantCulture), .. arguments], input);

    /// <summary>redis-cli, typed to and listened to.</summary>
    public static ForeignProgram Cli(int port, params string[] arguments) =>
        ForeignProgram.Start("redis-cli", ["-p", port.ToString(CultureInfo.InvariantCulture), .. arguments]);

    /// <summary>Runs redis-benchmark, and tells the name of each test that it has finished.</summary>
    public static async Task<IReadOnlyList<string>> BenchmarkAsync(int port, params string[] arguments)
    {
        var said = await ForeignProgram.RunAsync("redis-benchmark", ["-p", port.ToString(CultureInfo.InvariantCulture), "-q", .. arguments]);
        Assert.DoesNotContain("ERR", said, StringComparison.OrdinalIgnoreCase);
        // One line a test in the end, but whatever it prints on its way stands before carriage returns.
        return [.. said.Split('\n').Select(line => line.Split('\r')[^1]).Where(line => line.Contains("requests per second", StringComparison.Ordinal))
            .Select(line => line.Split(':')[0].Split(' ')[0])];
    }
}
