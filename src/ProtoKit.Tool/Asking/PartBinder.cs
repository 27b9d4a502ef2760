using System.Globalization;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Asking;

/// <summary>Makes the values that words alone cannot be: records, as <c>record.member=value</c>, and lists of bytes.</summary>
internal sealed class PartBinder(ProtocolDescription protocol)
{
    /// <summary>The member that <c>flags.will</c> means, as it is declared; null: there is none.</summary>
    public string? Path(MessageDescription command, string name)
    {
        var paths = Paths(command.Fields, command.Steps, "").ToArray();
        return paths.FirstOrDefault(path => path.Equals(name, StringComparison.OrdinalIgnoreCase))
            // What only one record has needs not say which.
            ?? (paths.Where(path => path.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)).ToArray() is [var only] ? only : null);
    }

    private IEnumerable<string> Paths(IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, string before)
    {
        foreach (var field in fields)
        {
            yield return before + field.Name;
            if (StepOf(steps, field) is not { Step: "record" } step || protocol.Record(step.Record) is not { } record) continue;
            foreach (var path in Paths(record.Fields, record.Steps, $"{before}{field.Name}.")) yield return path;
        }
    }

    /// <summary>The step that reads and writes a field.</summary>
    public static StepDescription? StepOf(IEnumerable<StepDescription> steps, FieldDescription field) => steps.FirstOrDefault(step => step.Field == field.Name);

    /// <summary>The only text that a field may be; null: any.</summary>
    public string? Only(StepDescription? step, FieldDescription field)
    {
        if (step?.Step == "block" && step.Expect is { ValueKind: System.Text.Json.JsonValueKind.String } text) return text.GetString();
        return step is not null && BinaryMatch.Expected(step) is { } number ? Shown(field.Kind, field.Type, number) : null;
    }

    /// <summary>A record from its members, of which those that are not given are zero or false; null when it is not there and nobody wants it.</summary>
    /// <param name="beside">The fields beside it, and <paramref name="before"/> what those before it are.</param>
    public PartValue? Record(
        StepDescription step, string path, Dictionary<string, List<string>> written, IReadOnlyList<FieldDescription> beside, IReadOnlyDictionary<string, object?> before)
    {
        if (step.When is { } when && !Condition.Holds(protocol, when, beside, before) && !written.Keys.Any(key => key.StartsWith(path + ".", StringComparison.Ordinal))) return null;
        var name = string.Join('.', path.Split('.').Select(Grammar.FieldName));
        var record = protocol.Record(step.Record) ?? throw ToolError.Usage($"{name}: the record '{step.Record}' is not described");
        if (written.ContainsKey(path)) throw ToolError.Usage($"{name} is a record: say its members", null, $"like {name}.{Grammar.FieldName(record.Fields[0].Name)}=VALUE");
        var values = new Dictionary<string, object?>();
        foreach (var field in record.Fields)
        {
            var part = StepOf(record.Steps, field);
            var at = $"{path}.{field.Name}";
            if (part is { Step: "record" }) values[field.Name] = Record(part, at, written, record.Fields, values);
            else if (written.TryGetValue(at, out var words)) values[field.Name] = FieldValue.Check(protocol, field, field.Kind, field.Type, words[^1]);
            else values[field.Name] = Only(part, field) ?? Zero(part, field) ?? (field.Nullable ? null : throw ToolError.Usage($"{name} needs {name}.{Grammar.FieldName(field.Name)}"));
        }

        return new PartValue(record.Name, record.Fields, values);
    }

    /// <summary>A list: each word an item, or of records as many as they have members.</summary>
    public object List(StepDescription step, FieldDescription field, IReadOnlyList<string> words)
    {
        var name = Grammar.FieldName(field.Name);
        var item = step.Item;
        if (item is { Step: "union" }) throw ToolError.Usage($"{name} is a list of {item.Union}, which this protokit cannot send");
        if (item is not { Step: "record" })
        {
            // A comma can be part of a text only.
            if (field.ItemKind is "integer" or "real" or "bool" or "enum") words = [.. words.SelectMany(word => word.Split(','))];
            RefuseFew(field, words.Count);
            return words.Select(word => FieldValue.Check(protocol, field, field.ItemKind, field.Item, word)).ToArray();
        }

        var record = protocol.Record(item.Record) ?? throw ToolError.Usage($"{name}: the record '{item.Record}' is not described");
        var members = record.Fields.Where(member => Only(StepOf(record.Steps, member), member) is null).ToArray();
        if (members.Any(member => member.Kind is "record" or "union" or "items" or "words"))
            throw ToolError.Usage($"{name} is a list of {item.Record}, which this protokit cannot send");
        if (words.All(word => word.Count(letter => letter == ',') == members.Length - 1)) words = [.. words.SelectMany(word => word.Split(','))];
        if (members.Length == 0 || words.Count % members.Length != 0)
            throw ToolError.Usage($"{name} takes {members.Length} words at a time, not {words.Count}", null,
                $"they are {string.Join(' ', members.Select(member => Grammar.FieldName(member.Name)))}");
        RefuseFew(field, words.Count / members.Length);
        return words.Chunk(members.Length).Select(chunk => Item(record, members, chunk)).ToArray();
    }

    private PartValue Item(RecordDescription record, FieldDescription[] members, string[] words)
    {
        var values = record.Fields.ToDictionary(field => field.Name, field => (object?)Only(StepOf(record.Steps, field), field));
        for (var at = 0; at < members.Length; at++) values[members[at].Name] = FieldValue.Check(protocol, members[at], members[at].Kind, members[at].Type, words[at]);
        return new PartValue(record.Name, record.Fields, values);
    }

    private static void RefuseFew(FieldDescription field, int count)
    {
        if (count < field.Rules.AtLeast) throw ToolError.Usage($"{Grammar.FieldName(field.Name)} needs at least {field.Rules.AtLeast}");
    }

    private string? Zero(StepDescription? step, FieldDescription field)
    {
        if (step is not { Step: "number", When: null } || field.Nullable) return null;
        var zero = Shown(field.Kind, field.Type, 0);
        return FieldRules.Broken(field, zero, 0) is null ? zero : null;
    }

    private string Shown(string kind, string type, long number) => kind switch
    {
        "bool" => number == 0 ? "false" : "true",
        "enum" => EnumWords.Word(protocol, type, number) ?? number.ToString(CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };
}
