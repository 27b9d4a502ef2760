using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;
using ProtoKit.Tool.Terminal;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Answering;

/// <summary>A reply for a person: one value as it is, several with their names, a list line by line.</summary>
internal static class AnswerText
{
    /// <summary>Writes all of it but a body.</summary>
    public static void Write(Heard heard, ToolConsole console)
    {
        if (heard.Case is { } union)
        {
            foreach (var line in PartText.Lines(union)) console.Out.WriteLine(line);
            return;
        }

        var fields = heard.Fields.Where(field => field.Value is not Body && !SaysNothing(heard.Message, field.Field)).ToArray();
        if (fields.Length == 0)
        {
            if (heard.Body is null) console.Out.WriteLine(Printable.Of(Said(heard.Message)));
            return;
        }

        if (heard.Message.Layout != "text" && fields is [{ Field.Secret: false } only])
        {
            foreach (var line in PartText.Lines(only.Value)) console.Out.WriteLine(line);
            return;
        }

        // What is said beside a body or a list is no part of it.
        var plain = fields.Where(field => field.Value is not HeardLines).ToArray();
        var beside = heard.Body is not null || plain.Length < fields.Length;
        if (plain.Length > 0) (beside ? console.Error : console.Out).WriteLine(Plain(plain));
        foreach (var lines in fields.Select(field => field.Value).OfType<HeardLines>()) Lines(lines, console);
    }

    /// <summary>A fault's fields besides its code and its message, which the error itself says.</summary>
    public static IReadOnlyList<string> FactsOf(Heard fault) =>
    [
        .. fault.Fields.Where(field => field.Field.Name is not ("Code" or "Message")).Select(field => $"{Grammar.FieldName(field.Field.Name)}: {Text(field)}"),
    ];

    // It can have one value only.
    private static bool SaysNothing(MessageDescription message, FieldDescription field) =>
        message.IsBinary && message.Steps.Any(step => step.Field == field.Name && step.Expect is not null);

    /// <summary>What the server said unasked, on one line: its name, and its fields.</summary>
    public static string OfPush(Heard heard) => Printable.Of($"{Grammar.FieldName(heard.Message.Name)} {Named(heard.Fields)}").TrimEnd();

    // A message without fields, by its text or else by its name.
    private static string Said(MessageDescription message) => message.Template.Length == 0 ? message.Name
        : message.Layout == "line" ? message.Template[1..]
        : message.Template;

    private static string Plain((FieldDescription Field, object? Value)[] fields) => fields is [var only]
        ? Text(only)
        : Named(fields);

    private static string Named(IEnumerable<(FieldDescription Field, object? Value)> fields) => string.Join(' ', fields
        .Where(field => field.Value is not null)
        .SelectMany(field => field.Value is PartValue { Union: null } part && !field.Field.Secret ? Members(field.Field, part) : [$"{Grammar.FieldName(field.Field.Name)}={Text(field)}"]));

    // As they are written in a command.
    private static IEnumerable<string> Members(FieldDescription field, PartValue part) => part.Fields.Where(member => part.Values.GetValueOrDefault(member.Name) is not null).Select(member =>
        $"{Grammar.FieldName(field.Name)}.{Grammar.FieldName(member.Name)}={Text((member, part.Values.GetValueOrDefault(member.Name)))}");

    private static void Lines(HeardLines lines, ToolConsole console)
    {
        if (lines.Lines.Count == 0 && console.ErrorIsTerminal) console.Error.WriteLine("(empty)");
        var rows = lines.Lines.Select(line => line.Fields.Select(Text).ToArray()).ToArray();
        var widths = lines.Line.Fields.Select((_, column) => console.OutIsTerminal ? rows.Max(row => (int?)row[column].Length) ?? 0 : 0).ToArray();
        foreach (var row in rows)
            console.Out.WriteLine(string.Join(console.OutIsTerminal ? "  " : " ", row.Select((text, column) => Align(text, lines.Line.Fields[column], widths[column]))).TrimEnd());
    }

    private static string Align(string text, FieldDescription field, int width) =>
        field.Kind is "integer" or "real" ? text.PadLeft(width) : text.PadRight(width);

    private static string Text((FieldDescription Field, object? Value) field) => field.Value switch
    {
        _ when field.Field.Secret => "***",
        IEnumerable<string> words => Printable.Of(string.Join(' ', words)),
        PartValue or IReadOnlyList<PartValue> => PartText.Inline(field.Value),
        var value => Printable.Of(value as string ?? ""),
    };
}
