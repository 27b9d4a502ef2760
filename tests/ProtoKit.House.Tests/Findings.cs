namespace ProtoKit.House.Tests;

/// <summary>What a rule found; each of them on a line of its own, since whoever breaks a rule in ten places has to see ten.</summary>
internal static class Findings
{
    public static void None<T>(IEnumerable<T> findings)
    {
        var all = findings.Select(finding => $"{finding}").Distinct().ToArray();
        Assert.True(all.Length == 0, $"{all.Length}:\n{string.Join('\n', all.Take(100))}");
    }
}
