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
        var fields = heard.Fields.Where(field => field.Value is not Body).ToArray();
        if (fields.Length == 0)
        {
            if (heard.Body is null) console.Out.WriteLine(Printable.Of(heard.Message.Template));
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

    private static string Plain((FieldDescription Field, object? Value)[] fields) => fields is [var only]
        ? Text(only)
        : string.Join(' ', fields.Where(field => field.Value is not null).Select(field => $"{Grammar.FieldName(field.Field.Name)}={Text(field)}"));

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
        var value => Printable.Of(value as string ?? ""),
    };
}
