using System.Linq;
using System.Text;
using ProtoKit.Generator.Emitting.Binary;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>A message's wire in one line, for the comments over emitted code: <c>P name length CRLF data</c>.</summary>
internal static class Grammar
{
    public static string Of(MessageModel message, WireModel wire)
    {
        if (message.IsBinary) return BinaryGrammar.Of(message.Steps, message.Fields);
        var text = new StringBuilder();
        foreach (var step in message.Steps) text.Append(Of(step, message, wire));
        var line = CSharp.OneLine(text.ToString().Trim());
        return line.Length == 0 ? "(an empty line)" : line;
    }

    /// <summary>One group of words.</summary>
    public static string Of(PartModel group) => CSharp.Join(group.Fields.Select(field => CSharp.Camel(field.Name)), " ");

    /// <summary>A command and what answers it.</summary>
    public static string WithAnswer(MessageModel command, Spelling spelling)
    {
        var line = Of(command, spelling.Protocol.Wire);
        if (command.Stream is { } stream) return $"{line}  ->  ({Named(stream.Item)})* {Named(stream.End)}";
        if (spelling.ReplyOf(command) is not { } reply) return line;
        var answer = Of(reply, spelling.Protocol.Wire);
        return $"{line}  ->  {(command.ReplyOptional ? $"[{answer}]" : answer)}";

        string Named(string name) => Of(spelling.Protocol.Messages.First(message => message.Name == name), spelling.Protocol.Wire);
    }

    private static string Of(Step step, MessageModel message, WireModel wire) => step switch
    {
        LiteralStep literal => literal.Text,
        SlotStep { Optional: true } slot => $"[{(slot.Lead ? " " : "")}{Slot(slot)}]",
        SlotStep slot => Lead(slot.Lead, Slot(slot)),
        WordsStep words => Lead(words.Lead, CSharp.Camel(words.Field) + "..."),
        GroupsStep groups => Lead(groups.Lead, CSharp.Camel(groups.Field) + "..."),
        OptionStep option => $"[ {option.Word} {CSharp.Camel(option.Field)}]",
        FlagStep flag => $"[ {flag.Word}]",
        CountStep count => Lead(count.Lead, "count"),
        LengthStep length => Lead(length.Lead, "length"),
        EndStep when IsLast(step, message) => "",
        EndStep => wire.Kind == WireKind.Unframed ? " | " : wire.NewLine == LineEnd.Lf ? " LF " : " CRLF ",
        LinesStep lines => CSharp.Camel(lines.Line) + "*" + (lines.Until is null ? "" : " " + lines.Until),
        BodyLengthStep body => CSharp.Camel(body.Field),
        BodyUntilStep body => CSharp.Camel(body.Field) + (body.Mark.Length == 0 ? " (until silence)" : " " + body.Mark),
        _ => "",
    };

    private static string Slot(SlotStep slot) => CSharp.Camel(slot.Field) + (slot.Form == SlotForm.Rest ? "..." : "");

    private static bool IsLast(Step step, MessageModel message) => ReferenceEquals(message.Steps[message.Steps.Count - 1], step);

    private static string Lead(bool lead, string text) => lead ? " " + text : text;
}
