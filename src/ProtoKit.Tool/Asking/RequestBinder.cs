using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Asking;

/// <summary>Gives the words of a request to the fields of its command: <c>name=value</c>, or in the order of the fields.</summary>
internal sealed class RequestBinder(ToolConsole console, ProtocolDescription protocol)
{
    private readonly PartBinder parts = new(protocol);

    public Request Bind(MessageDescription command, IReadOnlyList<RequestWord> words)
    {
        var next = CommandLookup.Continuation(protocol, command);
        var fields = command.Fields.Concat(next?.Fields ?? []).ToArray();
        var written = new Dictionary<string, List<string>>();
        var positional = new List<RequestWord>();
        foreach (var word in words)
        {
            if (Named(word.Text, fields, command) is { } named) Add(written, named.Field, named.Value);
            else positional.Add(word);
        }

        OptionWords.Take(protocol, command, fields, positional, written);
        Place(command, next, fields, positional, written);
        if (FileOf(fields, written) is { } file) written.TryAdd(file.Name, [file.Value]);
        // Everything else is looked at before a file is opened.
        var values = new Dictionary<string, object?>();
        foreach (var field in fields.OrderBy(field => field.Kind == "body")) values[field.Name] = Value(command, field, written, values);
        var reply = protocol.Message(command.Reply)?.Body;
        return new Request(Said(command, values), next is null ? null : Said(next, values),
            reply is { File.Length: > 0 } ? values.GetValueOrDefault(reply.File) as string : null);
    }

    private Saying Said(MessageDescription message, Dictionary<string, object?> values) => new(message, values) { Protocol = protocol };

    /// <summary>The whole line for a command without a verb, untouched.</summary>
    public Request BindLine(MessageDescription command, string line)
    {
        var field = command.Fields.Single();
        return new Request(Said(command, new Dictionary<string, object?> { [field.Name] = line }), null, null);
    }

    private (string Field, string Value)? Named(string word, FieldDescription[] fields, MessageDescription command)
    {
        var at = word.IndexOf('=');
        var field = at <= 0 ? null : fields.FirstOrDefault(one => one.Name.Equals(word[..at], StringComparison.OrdinalIgnoreCase));
        if (field is null && at > 0 && command.IsBinary && parts.Path(command, word[..at]) is { } path) return (path, word[(at + 1)..]);
        return field is null ? null : (field.Name, word[(at + 1)..]);
    }

    private void Place(
        MessageDescription command, MessageDescription? next, FieldDescription[] fields, List<RequestWord> words, Dictionary<string, List<string>> written)
    {
        // Options have no place; they are given by name or by their word.
        var open = fields.Where(field => !written.ContainsKey(field.Name) && !command.Options.Any(option => option.Field == field.Name)).ToList();
        if (command.IsBinary) KeepSaid(command, open, words.Count);
        // `put ./a`: the path is the body's, and names the file too.
        var hint = open.FirstOrDefault(field => field is { Kind: "body", File.Length: > 0 })?.File;
        if (words.Count < open.Count(field => !field.Nullable)) open.RemoveAll(field => field.Name == hint);

        for (var index = 0; index < words.Count; index++)
        {
            RefuseMistyped(words[index].Text, fields);
            if (index >= open.Count)
                throw ToolError.Usage($"{command.Name.ToLowerInvariant()} takes {open.Count} values, not {words.Count}", null, Shape(command, next));

            var field = open[index];
            var isLast = index == open.Count - 1;
            if (isLast && TakesRest(command, next, field))
            {
                // One word may stand in quotes; of several, every space counts.
                Add(written, field.Name, index == words.Count - 1 ? words[index].Text : words[index].Tail);
                return;
            }

            if (isLast && field.Kind is "words" or "groups" or "items")
            {
                foreach (var word in words.Skip(index)) Add(written, field.Name, word.Text);
                return;
            }

            Add(written, field.Name, words[index].Text);
        }
    }

    // What has one value only, and what is said member by member, has no place; what is there only sometimes has one when there are words for it.
    private void KeepSaid(MessageDescription command, List<FieldDescription> open, int words)
    {
        open.RemoveAll(field => field.Kind is "record" or "union" || parts.Only(PartBinder.StepOf(command.Steps, field), field) is not null);
        if (words < open.Count) open.RemoveAll(field => PartBinder.StepOf(command.Steps, field)?.When is not null);
    }

    // `nam=x` is meant for a field, though it may be a value. Within text that goes on, it is text.
    private static void RefuseMistyped(string word, FieldDescription[] fields)
    {
        var name = word.Split('=')[0];
        if (name.Length == word.Length || name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) return;
        if (NearestName.Of(name, fields.Select(field => Grammar.FieldName(field.Name))) is { } near)
            throw ToolError.Usage($"there is no field '{name}'; did you mean {near}?", null, $"a value that looks like this is written {near}={word}");
    }

    private static bool TakesRest(MessageDescription command, MessageDescription? next, FieldDescription field) =>
        command.Steps.Concat(next?.Steps ?? []).Any(step => step.Field == field.Name && step is { Step: "slot", Form: "rest" });

    // The field that a file's base name fills, when nothing else was said for it.
    private static (string Name, string Value)? FileOf(FieldDescription[] fields, Dictionary<string, List<string>> written)
    {
        var body = fields.FirstOrDefault(field => field is { Kind: "body", File.Length: > 0 } && written.ContainsKey(field.Name));
        return body is null || written[body.Name][0] == "@-" ? null : (body.File, Path.GetFileName(written[body.Name][0].TrimStart('@')));
    }

    private object? Value(MessageDescription command, FieldDescription field, Dictionary<string, List<string>> written, Dictionary<string, object?> before)
    {
        var step = command.IsBinary ? PartBinder.StepOf(command.Steps, field) : null;
        if (field.Kind == "union") throw ToolError.Usage($"{Grammar.FieldName(field.Name)} is one of several records, which this protokit cannot send");
        if (step is { Step: "record" }) return parts.Record(step, field.Name, written, command.Fields, before);
        if (!written.TryGetValue(field.Name, out var words))
        {
            if (field.Nullable) return null;
            if (parts.Only(step, field) is { } only) return only;
            if (step is { Step: "items" }) return parts.List(step, field, []);
            if (command.Options.Any(option => option.Field == field.Name)) return "false";
            if (field.Kind is "words" or "groups") return Listed(field, []);
            // What takes the rest of a line may find nothing left.
            if (TakesRest(command, CommandLookup.Continuation(protocol, command), field)) return "";
            throw ToolError.Usage($"{command.Name.ToLowerInvariant()} needs {Grammar.FieldName(field.Name)}", null,
                Shape(command, CommandLookup.Continuation(protocol, command)));
        }

        if (step is { Step: "items" }) return parts.List(step, field, words);
        if (field.Kind is "words" or "groups") return Listed(field, words);
        if (words.Count > 1) throw ToolError.Usage($"{Grammar.FieldName(field.Name)} is given {words.Count} times");
        return field.Kind == "body"
            ? BodyWord.Open(words[0], field.File.Length > 0, console)
            : FieldValue.Check(protocol, field, field.Kind, field.Type, words[0]);
    }

    private string[] Listed(FieldDescription field, List<string> words)
    {
        var record = field.Kind == "groups" ? protocol.Record(field.Item) : null;
        if (record is not null && words.Count % record.Fields.Count != 0)
            throw ToolError.Usage($"{Grammar.FieldName(field.Name)} takes {record.Fields.Count} words at a time, not {words.Count}");
        if (words.Count / (record?.Fields.Count ?? 1) < field.Rules.AtLeast)
            throw ToolError.Usage($"{Grammar.FieldName(field.Name)} needs at least {field.Rules.AtLeast}");
        return [.. words.Select((word, index) => record?.Fields[index % record.Fields.Count] is { } part
            ? FieldValue.Check(protocol, part, part.Kind, part.Type, word)
            : FieldValue.Check(protocol, field, field.ItemKind, field.Item, word))];
    }

    private static string Shape(MessageDescription command, MessageDescription? next) => string.Join(' ',
        new[] { command.Name.ToLowerInvariant() }
            .Concat(command.Fields.Concat(next?.Fields ?? []).Select(field => $"{Grammar.FieldName(field.Name)}={(field.Kind == "body" ? "@FILE" : field.Type)}")));

    private static void Add(Dictionary<string, List<string>> written, string field, string value)
    {
        if (!written.TryGetValue(field, out var values)) written[field] = values = [];
        values.Add(value);
    }
}
