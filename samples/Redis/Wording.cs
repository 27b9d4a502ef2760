using System.Text;

namespace Samples.Redis;

/// <summary>What the framework tells of a refused command, in the words of Redis 7. What is in them already stays as it is.</summary>
internal static class Wording
{
    /// <summary>No more is said of a name, nor of all arguments together.</summary>
    private const int Most = 128;

    /// <summary>A command's name: in small letters, a bar before a subcommand.</summary>
    public static string OfVerb(string verb) => verb.ToLowerInvariant().Replace(' ', '|');

    /// <summary>A command that nobody knows, and how its arguments begin. Its words come with a line feed behind each.</summary>
    public static string OfUnknown(string words)
    {
        if (!words.EndsWith('\n')) return words;
        var all = words[..^1].Split('\n');
        // Nobody knows a command whose first word is one only because of its second.
        if (all.Length > 1 && CommandTable.Find(all[0]) is { } container) return $"subcommand '{Cut(all[1])}'. Try {container.Name.ToUpperInvariant()} HELP.";
        var arguments = new StringBuilder();
        foreach (var word in all.Skip(1))
        {
            if (arguments.Length >= Most) break;
            var room = Most - arguments.Length;
            arguments.Append('\'').Append(word, 0, Math.Min(word.Length, room)).Append("' ");
        }

        return $"command '{Cut(all[0])}', with args beginning with: {arguments}";
    }

    /// <summary>Why nobody knows where the next command begins.</summary>
    public static string OfFraming(string reason) =>
        reason.IndexOf("expected '", StringComparison.Ordinal) is >= 0 and var at && !reason.EndsWith("got '$'", StringComparison.Ordinal) ? reason[at..]
        : reason.Contains("'*'", StringComparison.Ordinal) || reason.Contains("multibulk", StringComparison.Ordinal) ? "invalid multibulk length"
        : "invalid bulk length";

    private static string Cut(string word) => word[..Math.Min(word.Length, Most)];
}
