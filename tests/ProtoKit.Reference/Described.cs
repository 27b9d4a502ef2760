using System.Text.Json;

namespace ProtoKit.Reference;

/// <summary>A protocol as its emitted description tells it, and nothing else: what the interpreter knows.</summary>
public sealed record Described(string Name, DescribedWire Wire, IReadOnlyDictionary<string, string[]> Enums, IReadOnlyList<DescribedMessage> Messages)
{
    /// <summary>Reads the JSON that the generator emits. Only text wires are interpreted: on an unframed wire a message is what a read returned.</summary>
    public static Described Parse(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        var wire = root.GetProperty("wire");
        if (Text(wire, "kind") != "text") throw new NotSupportedException($"a wire of the kind {Text(wire, "kind")} is not interpreted");
        return new Described(
            Text(root, "name"),
            new DescribedWire(
                Text(wire, "encoding"), Text(wire, "newLine").ToLowerInvariant(), Flag(wire, "ignoreCase"), Number(wire, "maxLine"), Number(wire, "maxArguments")),
            List(root, "enums").ToDictionary(one => Text(one, "type"), one => List(one, "words").Select(word => word.GetString()!).ToArray()),
            [.. List(root, "messages").Select(Message)])
        {
            Records = List(root, "records").ToDictionary(one => Text(one, "name"), Record),
        };
    }

    /// <summary>The records that are parts of messages.</summary>
    public IReadOnlyDictionary<string, DescribedRecord> Records { get; private init; } = new Dictionary<string, DescribedRecord>();

    /// <summary>The commands that may begin an exchange: all but those that follow another inside its handler.</summary>
    public IEnumerable<DescribedMessage> Commands => Messages.Where(message => message is { Kind: "command", Follows: "" });

    /// <summary>The two are the same word where a command says it.</summary>
    internal bool Same(DescribedMessage message, byte[] one, byte[] other, Twist twist)
    {
        var ignores = message.Kind == "command" && Wire.IgnoreCase != (twist == Twist.OtherCase);
        return one.Length == other.Length && one.Zip(other).All(pair => pair.First == pair.Second
            || (ignores && pair.First < 0x80 && pair.Second < 0x80 && char.ToLowerInvariant((char)pair.First) == char.ToLowerInvariant((char)pair.Second)));
    }

    private static DescribedRecord Record(JsonElement record) => new(
        List(record, "fields").ToDictionary(field => Text(field, "name"), Field), [.. List(record, "steps").Select(Step)]);

    private static DescribedMessage Message(JsonElement message) => new(
        Text(message, "name"),
        Text(message, "kind"),
        Text(message, "verb"),
        Text(message, "match"),
        Text(message, "follows"),
        Flag(message, "closes"),
        List(message, "fields").ToDictionary(field => Text(field, "name"), Field),
        [.. List(message, "steps").Select(Step)]);

    private static DescribedField Field(JsonElement field) => new(
        Text(field, "type"), Text(field, "kind"), Text(field, "item"), Text(field, "itemKind"), Number(field, "maxBytes"))
    {
        Rules = field.TryGetProperty("rules", out var rules) ? DescribedRules.Of(rules) : DescribedRules.None,
        Excludes = [.. List(field, "excludes").Select(other => other.GetString()!)],
    };

    private static DescribedStep Step(JsonElement step) => new(
        Text(step, "step"),
        Text(step, "field"),
        Text(step, "form"),
        Flag(step, "lead"),
        Flag(step, "optional"),
        Text(step, "stop"),
        Text(step, "text"),
        Text(step, "line"),
        step.TryGetProperty("until", out var until) ? until.GetString() : null,
        step.TryGetProperty("max", out var max) ? max.GetInt64() : -1)
    {
        Word = Text(step, "word"),
        Record = Text(step, "record"),
    };

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static bool Flag(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.GetBoolean();

    private static int Number(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static IEnumerable<JsonElement> List(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];
}

/// <summary>How bytes become lines. <paramref name="NewLine"/> is crlf, lf or asreceived.</summary>
public sealed record DescribedWire(string Encoding, string NewLine, bool IgnoreCase, int MaxLine, int MaxArguments);

/// <summary>One message. <paramref name="Match"/> is whole, word, prefix, or empty for a message without a verb.</summary>
public sealed record DescribedMessage(
    string Name,
    string Kind,
    string Verb,
    string Match,
    string Follows,
    bool Closes,
    IReadOnlyDictionary<string, DescribedField> Fields,
    IReadOnlyList<DescribedStep> Steps)
{
    /// <summary>What comes after the verb.</summary>
    public IEnumerable<DescribedStep> StepsAfterVerb => Verb.Length > 0 ? Steps.Skip(1) : Steps;

    /// <summary>Bytes follow the line that are no command.</summary>
    public bool HasTail => Steps.Any(step => step.Step is "body" or "lines");
}

/// <summary>A group of words.</summary>
public sealed record DescribedRecord(IReadOnlyDictionary<string, DescribedField> Fields, IReadOnlyList<DescribedStep> Steps);

/// <summary>One field of a message.</summary>
public sealed record DescribedField(string Type, string Kind, string Item, string ItemKind, int MaxBytes)
{
    /// <summary>What its value has to be, or each item of its list.</summary>
    public DescribedRules Rules { get; init; } = DescribedRules.None;

    /// <summary>The options that cannot be there together with it.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];
}

/// <summary>One step of a message; what a step of its sort does not have is empty.</summary>
public sealed record DescribedStep(
    string Step, string Field, string Form, bool Lead, bool Optional, string Stop, string Text, string Line, string? Until, long Max)
{
    /// <summary>The word of an option or a flag.</summary>
    public string Word { get; init; } = "";

    /// <summary>The record of a group.</summary>
    public string Record { get; init; } = "";

    /// <summary>It stands behind everything that has a place.</summary>
    public bool IsOption => Step is "option" or "flag";
}
