using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using RadLine;

namespace ProtoKit.Tool.Prompting;

/// <summary>What may stand where the cursor is: a command, a field, one of a field's words, a file to send.</summary>
internal sealed class Completion(ProtocolDescription protocol, string directory) : ITextCompletion
{
    public IEnumerable<string> GetCompletions(string prefix, string word, string suffix)
    {
        var before = RequestWord.Split(prefix);
        var candidates = before.Count == 0 ? Commands() : Fields(before[0].Text, word);
        return candidates.Where(candidate => candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)).Order(StringComparer.OrdinalIgnoreCase);
    }

    private IEnumerable<string> Commands() => CommandLookup.Of(protocol)
        .SelectMany(command => new[] { command.Name.ToLowerInvariant(), command.Verb })
        .Where(name => name.Length > 0)
        .Concat(["help", "quit"])
        .Distinct();

    private IEnumerable<string> Fields(string name, string word)
    {
        if (CommandLookup.Find(protocol, name) is not { } command) return [];

        var fields = command.Fields.Concat(CommandLookup.Continuation(protocol, command)?.Fields ?? []).ToArray();
        var names = fields.Select(field => Grammar.FieldName(field.Name) + "=");
        var words = fields.SelectMany(field => protocol.Enums.Where(one => one.Type == field.Type).SelectMany(one => one.Words));
        var files = fields.Any(field => field.Kind == "body") ? Files(word) : [];
        return names.Concat(words).Concat(files);
    }

    private IEnumerable<string> Files(string word)
    {
        var folder = Path.GetDirectoryName(word) ?? "";
        var full = Path.Join(directory, folder);
        return !Directory.Exists(full) ? [] : Directory.EnumerateFileSystemEntries(full)
            .Select(entry => Path.Join(folder, Path.GetFileName(entry)) + (Directory.Exists(entry) ? "/" : ""));
    }
}
