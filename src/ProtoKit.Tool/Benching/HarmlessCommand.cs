using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;

namespace ProtoKit.Tool.Benching;

/// <summary>The command that a load is made of when nobody names one: it needs no body, ends nothing, and is answered.</summary>
internal static class HarmlessCommand
{
    private const int LineLength = 64;

    /// <summary>The command as a person would write it, or an error that asks for one.</summary>
    public static string Choose(ProtocolDescription protocol)
    {
        var usable = CommandLookup.Of(protocol).Where(command => IsUsable(protocol, command)).ToArray();
        var chosen = usable.FirstOrDefault(command => command == Harmless.Ping(protocol))
            ?? usable.FirstOrDefault(command => (command.Verb.Length > 0 || command.IsBinary) && command.Fields.All(field => MeansNothing(protocol, command, field)))
            ?? usable.FirstOrDefault(command => command is { Verb.Length: 0, IsBinary: false, Fields.Count: 1 })
            ?? usable.OrderBy(command => command.Fields.Count).FirstOrDefault()
            ?? throw ToolError.Usage($"{protocol.Name} has no command that needs no body, closes nothing and is answered{(protocol.States.Count == 0 ? "" : ", again and again from the beginning")}", null, "--command says which to take");
        var words = chosen.Fields.Where(field => !MeansNothing(protocol, chosen, field) && !field.Nullable && !IsSaidAnyway(protocol, chosen, field) && chosen.Options.All(option => option.Field != field.Name))
            .Select(field => $"{field.Name.ToLowerInvariant()}={Value(protocol, chosen, field)}");
        return string.Join(' ', words.Prepend(chosen.Name.ToLowerInvariant()));
    }

    private static bool IsUsable(ProtocolDescription protocol, MessageDescription command) =>
        command is { Reply.Length: > 0, Closes: false, Body: null }
        && command.Fields.All(field => field.Kind is not ("lines" or "groups" or "union") && !IsListOfRecords(command, field))
        && Harmless.MayComeFirst(protocol, command) && command.Next.Length == 0 && protocol.Message(command.Reply) is not { Next.Length: > 0 }
        && CommandLookup.Continuation(protocol, command) is null
        && protocol.Message(command.Reply) is { Closes: false };

    // `L{Tail}`: the first letter decides, and what stands behind it is not even part of a name.
    private static bool MeansNothing(ProtocolDescription protocol, MessageDescription command, FieldDescription field) =>
        command.Match == "prefix" && field.Kind == "parsed" && command.Steps.Any(step => step.Field == field.Name && step is { Form: "rest", Lead: false })
        && protocol.Message(command.Reply)?.Body?.File != field.Name;

    private static bool IsListOfRecords(MessageDescription command, FieldDescription field) =>
        field.Kind == "items" && PartBinder.StepOf(command.Steps, field)?.Item?.Step is "record" or "union";

    // It has one value only, or is zero unless it is said.
    private static bool IsSaidAnyway(ProtocolDescription protocol, MessageDescription command, FieldDescription field) =>
        command.IsBinary && (field.Kind == "record" || new PartBinder(protocol).Only(PartBinder.StepOf(command.Steps, field), field) is not null);

    private static string Value(ProtocolDescription protocol, MessageDescription command, FieldDescription field) => (field.Kind, field.Type) switch
    {
        _ when field.Rules is { OneOf: [var first, ..] } => first,
        _ when field.Rules.Least is { } least => least,
        ("integer" or "real", _) => "1",
        ("bool", _) => "true",
        ("enum", var type) => protocol.Enums.FirstOrDefault(one => one.Type == type)?.Words.FirstOrDefault() ?? "x",
        ("time", "DateOnly") => "2000-01-01",
        ("time", "TimeOnly") => "12:00:00",
        ("time", _) => "2000-01-01T12:00:00Z",
        ("items", _) => field.ItemKind switch
        {
            "integer" or "real" or "bool" => "1",
            "enum" => protocol.Enum(field.Item)?.Words.FirstOrDefault() ?? "1",
            _ => "x",
        },
        ("words", _) => field.ItemKind is "integer" or "real" ? "1" : "x",
        _ when command is { Verb.Length: 0, IsBinary: false, Fields.Count: 1 } => Line(protocol),
        _ => "x",
    };

    // 64 bytes with the end of the line, as such servers are mostly measured.
    private static string Line(ProtocolDescription protocol)
    {
        const string Letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        var end = protocol.Wire.IsUnframed ? 0 : protocol.Wire.NewLine == "lf" ? 1 : 2;
        return string.Concat(Enumerable.Repeat(Letters, 2))[..(LineLength - end)];
    }
}
