using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;

namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>
/// Holds what was emitted against files in this folder, named as Verify names them: <c>Class.Method#HintName.verified.cs</c>. What differs is
/// written beside it as <c>.received.cs</c>; to accept it, rename that file, or run the tests with PROTOKIT_SNAPSHOTS=accept (which a CI ignores).
/// </summary>
internal static partial class Snapshot
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";
    private const int MostDiffLines = 40;
    private const int Context = 3;

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("PROTOKIT_SNAPSHOTS") == "accept"
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));

    /// <summary>The folder of the verified files.</summary>
    public static string Folder { get; } = Path.Join(
        typeof(Snapshot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Project").Value, "Snapshots");

    /// <summary>The emitted files are exactly those that were verified for the running test.</summary>
    public static void Matches(IReadOnlyDictionary<string, string> emitted)
    {
        var test = TestContext.Current;
        var prefix = $"{test.TestClass!.TestClassSimpleName}.{test.TestMethod!.MethodName}#";
        var texts = emitted.ToDictionary(file => Path.Join(Folder, prefix + Path.ChangeExtension(file.Key, null)), file => Normal(file.Value));
        if (Accepts) Accept(prefix, texts);
        var wrong = texts.Where(text => Differs(text.Key, text.Value)).ToList();
        var stale = Stale(prefix, texts.Keys);
        if (wrong.Count == 0 && stale.Count == 0) return;

        var report = new StringBuilder();
        foreach (var (path, text) in wrong)
        {
            File.WriteAllText(path + Received, text);
            report.AppendLine($"{Path.GetFileName(path)}{Received} differs from {Verified}");
        }

        foreach (var path in stale) report.AppendLine($"{Path.GetFileName(path)} is not emitted any more");
        if (wrong.Count > 0) report.Append(Difference(Read(wrong[0].Key + Verified) ?? "", wrong[0].Value));
        throw new XunitException(report.ToString());
    }

    private static bool Differs(string path, string text)
    {
        var same = Read(path + Verified) == text;
        if (same) File.Delete(path + Received);
        return !same;
    }

    private static void Accept(string prefix, Dictionary<string, string> texts)
    {
        foreach (var path in Stale(prefix, texts.Keys)) File.Delete(path);
        foreach (var (path, text) in texts) File.WriteAllText(path + Verified, text);
    }

    private static List<string> Stale(string prefix, IEnumerable<string> paths)
    {
        var wanted = paths.Select(path => path + Verified).ToHashSet();
        return [.. Directory.GetFiles(Folder, prefix + "*" + Verified).Where(path => !wanted.Contains(path)).Order(StringComparer.Ordinal)];
    }

    private static string? Read(string path) => File.Exists(path) ? Normal(File.ReadAllText(path)) : null;

    private static string Normal(string text) => Version().Replace(text.ReplaceLineEndings("\n"), "$1{version}");

    // The changed lines, with some around each, as long as there is room.
    private static string Difference(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines;
        var near = new HashSet<int>();
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Type != ChangeType.Unchanged) near.UnionWith(Enumerable.Range(at - Context, (2 * Context) + 1));
        }

        var shown = Enumerable.Range(0, lines.Count).Where(near.Contains).Select(at => lines[at].Type switch
        {
            ChangeType.Inserted => "+ ",
            ChangeType.Deleted => "- ",
            _ => "  ",
        } + lines[at].Text);
        return string.Join('\n', shown.Take(MostDiffLines));
    }

    // A new version of the generator is no change of what it emits.
    [GeneratedRegex("""("ProtoKit\.Generator", ")[0-9.]+""")]
    private static partial Regex Version();
}
