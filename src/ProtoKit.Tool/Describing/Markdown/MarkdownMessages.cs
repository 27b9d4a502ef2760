using ProtoKit.Tool.Describing.Examples;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;
using static ProtoKit.Tool.Describing.Markdown.MarkdownText;

namespace ProtoKit.Tool.Describing.Markdown;

/// <summary>The messages, records and cases of a reference: a heading, what it is, its fields, an example.</summary>
internal sealed class MarkdownMessages(ProtocolDescription protocol, TextWriter output)
{
    public void Write(MessageDescription message)
    {
        Heading(message.Name);
        if (message.Summary.Length > 0) Paragraph(Plain(message.Summary));
        foreach (var sentence in Sentences(message)) Paragraph(sentence);
        if (message.IsBinary) Layout(message.Fields, message.Steps, message.Tag);
        else Words(message);
        Example(message);
    }

    public void Write(string heading, IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, int? tag = null)
    {
        Heading(heading);
        if (tag is { } value) Paragraph($"Begins with the byte {Code(value is > 0x20 and < 0x7F ? $"{(char)value}" : $"{value}")}.");
        if (steps.Any(step => step.Step is "slot" or "words")) Fields(new MessageDescription { Fields = fields, Steps = steps });
        else Layout(fields, steps, null);
    }

    private void Heading(string name) => output.Write($"### {Plain(name)}\n\n");

    private void Paragraph(string text) => output.Write($"{text}\n\n");

    private IEnumerable<string> Sentences(MessageDescription message)
    {
        if (message.Kind == "command") yield return Answered(message);
        if (message.Kind == "fault") yield return message.Answers.Length > 0 ? $"Answers {Code(message.Answers)}{(message.Trouble.Length > 0 ? $", trouble {Code(message.Trouble)}" : "")}." : "Answers every kind of fault that no other does.";
        if (message.Push) yield return "The server sends it without having been asked.";
        if (message.AlsoReply) yield return "The server says it too.";
        var askers = protocol.Commands.Where(command => command.Reply == message.Name || command.Stream?.Item == message.Name || command.Stream?.End == message.Name)
            .Select(command => Link(command.Name)).ToArray();
        if (askers.Length > 0) yield return $"Answers {string.Join(", ", askers)}.";
        if (message.Follows.Length > 0) yield return $"Said within {Link(message.Follows)}, and only there.";
        if (message.Allow.Count > 0) yield return $"Allowed in {string.Join(", ", message.Allow.Select(Code))}.";
        if (message.Next.Length > 0) yield return $"The conversation is then in {Code(message.Next)}.";
        if (message.Closes) yield return "The connection closes after it.";
    }

    private static string Answered(MessageDescription message) => message switch
    {
        { Stream: { } stream } => $"Answered by any number of {Link(stream.Item)}, then {Link(stream.End)}.",
        { OneWay: true } or { Reply.Length: 0 } => "Not answered.",
        { AnsweredWhen: { } when } => $"Answered by {Link(message.Reply)} when {Plain(ValueWords.When(when))}, and else not.",
        { OptionalReply: true } => $"Answered by {Link(message.Reply)}, or not.",
        _ => $"Answered by {Link(message.Reply)}.",
    };

    private void Layout(IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, long? tag)
    {
        var rows = ByteLayout.Of(protocol, fields, steps, tag);
        if (rows.Count == 0) return;
        MarkdownTable.Write(output, ["Offset", "Size", "Field", "Type", "Values"],
            rows.Select(row => new[] { row.Offset, row.Size, Code(row.Field), Plain(row.Type), Plain(row.Values) }));
    }

    private void Words(MessageDescription message)
    {
        var grammar = Grammar.Of(message, protocol);
        if (grammar.Length > 0) Block("", grammar);
        Fields(message);
    }

    private void Fields(MessageDescription message)
    {
        if (message.Fields.Count == 0) return;
        MarkdownTable.Write(output, ["Field", "Type", "Values"], message.Fields.Select(field => new[]
        {
            Code(Grammar.FieldName(field.Name)),
            Plain(FieldWords.Type(field)),
            Plain(FieldWords.Of(field with { Kind = field.Kind, Type = "" }, message, protocol) is { } words ? After(words, field) : ""),
        }));
    }

    // The type has a column of its own.
    private static string After(string words, FieldDescription field)
    {
        var rest = words[(words.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var type = FieldWords.Type(field with { Type = "" });
        return rest.StartsWith(type, StringComparison.Ordinal) && type.Length > 0 ? rest[type.Length..].TrimStart(',', ' ') : rest.TrimStart(',', ' ');
    }

    private void Example(MessageDescription message)
    {
        if (message.IsBinary)
        {
            if (new ExampleBytes(protocol).Of(message) is { Length: > 0 } bytes) Block("Example:", string.Join(' ', bytes.Select(one => one.ToString("x2"))));
        }
        else if (message.Kind != "line" && new ExampleLine(protocol).Of(message) is { } line)
        {
            Block("Example:", Printable.Of(line).Replace("\\x0d\\x0a", "\\r\\n", StringComparison.Ordinal).Replace("\\x0a", "\\n", StringComparison.Ordinal));
        }
    }

    private void Block(string title, string text)
    {
        if (title.Length > 0) Paragraph(title);
        // What is shown may hold a fence itself.
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal)) fence += "`";
        output.Write($"{fence}text\n{Printable.Of(text)}\n{fence}\n\n");
    }
}
