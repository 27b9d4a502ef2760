using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Words;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Describing;

/// <summary>A protocol in words, for a person.</summary>
internal sealed class DescriptionText(TextWriter output)
{
    public void Write(ProtocolDescription protocol)
    {
        Line($"{protocol.Name}  {protocol.Summary}".TrimEnd());
        Line($"  wire   {Wire(protocol.Wire)}");
        Line($"  port   {(protocol.Port == 0 ? "none of its own" : protocol.Port)}");
        Line($"  class  {protocol.Class}");
        Messages("commands", protocol, protocol.Commands);
        Messages("replies", protocol, protocol.Messages.Where(message => message.Kind == "reply"));
        Messages("faults", protocol, protocol.Messages.Where(message => message.Kind == "fault"));
        Messages("lines", protocol, protocol.Messages.Where(message => message.Kind == "line"));
        Records(protocol);
        Limits(protocol);
        foreach (var server in protocol.Servers) Settings(server);
    }

    private void Messages(string title, ProtocolDescription protocol, IEnumerable<MessageDescription> messages)
    {
        var rows = messages.Select(message => (Message: message, Line: Grammar.Of(message, protocol.Wire))).ToArray();
        if (rows.Length == 0) return;

        Line();
        Line(title);
        var names = rows.Max(row => row.Message.Name.Length);
        var lines = Math.Min(48, rows.Max(row => row.Line.Length));
        foreach (var (message, line) in rows)
        {
            Line($"  {message.Name.PadRight(names)}  {line.PadRight(lines)}  {Answer(message)}".TrimEnd());
            if (message.Summary.Length > 0) Line($"  {new string(' ', names)}  {message.Summary}");
            foreach (var field in message.Fields.Select(field => FieldWords.Of(field, message)).OfType<string>()) Line($"  {new string(' ', names)}  {field}");
        }
    }

    private void Records(ProtocolDescription protocol)
    {
        if (protocol.Records.Count == 0) return;

        Line();
        Line("groups");
        var width = protocol.Records.Max(record => record.Name.Length);
        foreach (var record in protocol.Records)
        {
            Line($"  {record.Name.PadRight(width)}  {string.Join(' ', record.Fields.Select(field => $"<{Grammar.FieldName(field.Name)}>"))}");
            var steps = new MessageDescription { Steps = record.Steps };
            foreach (var field in record.Fields.Select(field => FieldWords.Of(field, steps)).OfType<string>()) Line($"  {new string(' ', width)}  {field}");
        }
    }

    private static string Answer(MessageDescription message)
    {
        var says = message.Kind switch
        {
            "command" when message.OneWay => "not answered",
            "command" when message.Reply.Length > 0 => $"-> {message.Reply}{(message.OptionalReply ? " or nothing" : "")}",
            "fault" => message.Answers.Length == 0 ? "any other fault" : $"answers {message.Answers}{(message.Trouble.Length == 0 ? "" : $" ({message.Trouble})")}",
            _ => "",
        };
        if (message.Follows.Length > 0) says = $"within {message.Follows} {says}".TrimEnd();
        return message.Closes ? $"{says}, closes".TrimStart(',', ' ') : says;
    }

    private void Limits(ProtocolDescription protocol)
    {
        if (protocol.Limits.Count == 0) return;

        Line();
        Line("limits of its own (serve --limit name=value)");
        var width = protocol.Limits.Keys.Max(name => name.Length);
        foreach (var (name, value) in protocol.Limits) Line($"  {name.PadRight(width)}  {LimitWords.Of(name, value)}");
    }

    private void Settings(ServerDescription server)
    {
        if (server.Settings.Count == 0) return;

        Line();
        Line($"settings of {server.Class} (serve --set name=value)");
        var width = server.Settings.Max(setting => setting.Name.Length);
        foreach (var setting in server.Settings) Line($"  {setting.Name.PadRight(width)}  {Setting(setting)}");
    }

    private static string Setting(SettingDescription setting)
    {
        var type = setting.Words.Count > 0 ? string.Join('|', setting.Words) : setting.Type;
        if (setting.Required) return $"{type}, required";
        return setting.Default is null ? type : $"{type}, {setting.Default} unless set";
    }

    private static string Wire(WireDescription wire)
    {
        if (wire.IsUnframed) return $"unframed: a message is one read of at most {wire.ReadSize} bytes, {wire.Encoding}";

        var end = wire.NewLine switch
        {
            "lf" => "ending in LF",
            "asReceived" => "ending in CRLF or LF, answered as received",
            _ => "ending in CRLF (LF is read too)",
        };
        var limits = (wire.MaxLine > 0 ? $", at most {ByteSize.Show(wire.MaxLine)}" : "")
            + (wire.MaxArguments > 0 ? $" and {wire.MaxArguments} arguments" : "");
        return $"lines of text {end}, {wire.Encoding}{limits}{(wire.IgnoreCase ? ", verbs in any case" : "")}";
    }

    // Templates and summaries are the project's own text, but a description may come from anywhere.
    private void Line(string text = "") => output.WriteLine(Printable.Of(text));
}
