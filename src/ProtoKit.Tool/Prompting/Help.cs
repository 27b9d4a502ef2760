using ProtoKit.Tool.Asking;
using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Prompting;

/// <summary>What can be said at the prompt.</summary>
internal static class Help
{
    public static void Write(ProtocolDescription protocol, TextWriter output)
    {
        var rows = CommandLookup.Of(protocol).Select(command => (Line: Line(protocol, command), command.Summary)).ToArray();
        var width = rows.Max(row => row.Line.Length);
        foreach (var (line, summary) in rows) output.WriteLine(Printable.Of($"  {line.PadRight(width)}  {summary}".TrimEnd()));
    }

    private static string Line(ProtocolDescription protocol, MessageDescription command)
    {
        var fields = command.Fields.Concat(CommandLookup.Continuation(protocol, command)?.Fields ?? []).ToArray();
        // The name that a file gives itself need not be said.
        var filled = fields.FirstOrDefault(field => field is { Kind: "body", File.Length: > 0 })?.File;
        var words = fields.Where(field => field.Name != filled).Select(field =>
            field.Kind == "body" ? filled is null ? "@FILE" : "FILE" : MayBeAbsent(protocol, command, field) ? $"[{Grammar.FieldName(field.Name)}]" : Grammar.FieldName(field.Name));
        return string.Join(' ', words.Prepend(command is { Verb.Length: 0, IsBinary: false } ? "" : command.Name.ToLowerInvariant())).TrimStart();
    }

    // The rest of a line may be nothing, but not where it names a file.
    private static bool MayBeAbsent(ProtocolDescription protocol, MessageDescription command, FieldDescription field) => field.Nullable
        || (command.Verb.Length > 0 && command.Steps.Any(step => step.Field == field.Name && step.Form == "rest")
            && protocol.Message(command.Reply)?.Body?.File != field.Name);
}
