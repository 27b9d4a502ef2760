using System.Text.Json;

namespace Samples.Redis;

/// <summary>One command as COMMAND tells it: how many words it has (so many at least, when it is below 0), and which of them are keys.</summary>
internal sealed record CommandLine(string Name, int Arity, int FirstKey, int LastKey, int Step);

/// <summary>All commands, read from the declaration's own description, so that nothing has to be said twice.</summary>
internal static class CommandTable
{
    /// <summary>In the order of the declaration; those of two words are one command by their first.</summary>
    public static IReadOnlyList<CommandLine> All { get; } = Read(Redis.Description);

    /// <summary>The command of this name, in any case; null when there is none.</summary>
    public static CommandLine? Find(string name) => All.FirstOrDefault(command => command.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    internal static IReadOnlyList<CommandLine> Read(string description)
    {
        using var json = JsonDocument.Parse(description);
        var records = Items(json.RootElement, "records").ToDictionary(part => Text(part, "name"), part => Items(part, "fields").Count());
        var commands = Items(json.RootElement, "messages")
            .Where(message => Text(message, "kind") == "command")
            .Select(message => Line(message, records))
            .ToList();
        return [.. commands.GroupBy(command => command.Name.Split(' ')[0]).Select(group => group.First().Name == group.Key && group.Count() == 1 ? group.First() : Container(group.Key, group))];
    }

    private static CommandLine Line(JsonElement message, Dictionary<string, int> records)
    {
        var verb = Text(message, "verb").ToLowerInvariant();
        var (words, isOpen) = (verb.Split(' ').Length, false);
        var fields = Items(message, "fields").ToDictionary(field => Text(field, "name"));
        var keys = (First: 0, Last: 0, Step: 0);
        foreach (var step in Items(message, "steps"))
        {
            var kind = Text(step, "step");
            var size = kind == "groups" ? records[Text(step, "record")] : 1;
            var isList = kind is "words" or "groups";
            if (kind is "slot" or "words" or "groups" && keys.First == 0 && IsKey(Text(step, "field"))) keys = (words, isList ? -1 : words, size);
            if (kind == "slot" && !Flag(step, "optional")) words++;
            if (isList && fields[Text(step, "field")].TryGetProperty("rules", out var rules) && rules.TryGetProperty("atLeast", out var least))
                words += size * least.GetInt32();
            isOpen |= isList || kind is "option" or "flag" || Flag(step, "optional");
        }

        return new CommandLine(verb, isOpen ? -words : words, keys.First, keys.Last, keys.Step);
    }

    // COMMAND can stand alone, CONFIG cannot.
    private static CommandLine Container(string name, IEnumerable<CommandLine> commands) =>
        new(name, commands.Any(command => command.Name == name) ? -1 : -2, 0, 0, 0);

    private static bool IsKey(string field) => field is "Key" or "Keys" or "Pairs";

    // What is empty is left out.
    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var text) ? text.GetString() ?? "" : "";

    private static bool Flag(JsonElement element, string name) => element.TryGetProperty(name, out var flag) && flag.ValueKind == JsonValueKind.True;
}
