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
        Line($"  wire   {WireWords.Of(protocol)}");
        Line($"  port   {(protocol.Port == 0 ? "none of its own" : protocol.Port)}");
        Line($"  class  {protocol.Class}");
        if (protocol.States.Count > 0) Line($"  states {string.Join(", ", protocol.States)}; the first one at the beginning");
        if (protocol.Correlated.Length > 0) Line($"  order  answers come in any order and name their command by {protocol.Correlated}");
        Messages("commands", protocol, protocol.Commands);
        Messages("replies", protocol, protocol.OfKind("reply"));
        Messages("faults", protocol, protocol.OfKind("fault"));
        Messages("lines", protocol, protocol.OfKind("line"));
        Messages("records", protocol, protocol.Records.Select(record => Part(protocol, record.Name, record.Fields, record.Steps, null)));
        foreach (var union in protocol.Unions)
            Messages($"union {union.Name}", protocol, union.Cases.Select(one => Part(protocol, one.Name, one.Fields, one.Steps, one.Tag)));
        Enums(protocol);
        Limits(protocol);
        foreach (var server in protocol.Servers) Settings(server);
    }

    private void Messages(string title, ProtocolDescription protocol, IEnumerable<MessageDescription> messages)
    {
        var rows = messages.Select(message => (Message: message, Line: Grammar.Of(message, protocol))).ToArray();
        if (rows.Length == 0) return;

        Line();
        Line(title);
        var names = rows.Max(row => row.Message.Name.Length);
        var lines = Math.Min(48, rows.Max(row => row.Line.Length));
        foreach (var (message, line) in rows)
        {
            Line($"  {message.Name.PadRight(names)}  {line.PadRight(lines)}  {Answer(message)}".TrimEnd());
            if (message.Summary.Length > 0) Line($"  {new string(' ', names)}  {message.Summary}");
            foreach (var field in message.Fields.Select(field => FieldWords.Of(field, message, protocol)).OfType<string>()) Line($"  {new string(' ', names)}  {field}");
        }
    }

    private static string Answer(MessageDescription message)
    {
        var says = message.Kind switch
        {
            "command" when message.OneWay => message.AlsoReply ? "not answered, said by the server too" : "not answered",
            "command" when message.Stream is { } stream => $"-> {stream.Item} ... {stream.End}",
            "command" when message.AnsweredWhen is { } when => $"-> {message.Reply} when {ValueWords.When(when)}",
            "command" when message.Reply.Length > 0 => $"-> {message.Reply}{(message.OptionalReply ? " or nothing" : "")}",
            "fault" => message.Answers.Length == 0 ? "any other fault" : $"answers {message.Answers}{(message.Trouble.Length == 0 ? "" : $" ({message.Trouble})")}",
            _ => "",
        };
        if (message.Follows.Length > 0) says = $"within {message.Follows} {says}".TrimEnd();
        if (message.Push) says = $"{says}, sent unasked";
        if (message.Allow.Count > 0) says = $"{says}, in {string.Join(" or ", message.Allow)}";
        if (message.Next.Length > 0) says = $"{says}, then {message.Next}";
        if (message.Closes) says = $"{says}, closes";
        return says.TrimStart(',', ' ');
    }

    // What is part of messages stands in steps as they do.
    private static MessageDescription Part(
        ProtocolDescription protocol, string name, IReadOnlyList<FieldDescription> fields, IReadOnlyList<StepDescription> steps, int? tag) => new()
        {
            Name = name,
            Fields = fields,
            Layout = steps.Any(step => step.Step is "slot" or "words" or "literal") ? "text" : "binary",
            // Words of a group stand apart, whether or not their steps say so.
            Steps = tag is { } value ? [UnionTag(value), .. steps] : [.. steps.Select((step, at) => step.Step == "slot" ? step with { Lead = at > 0 } : step)],
        };

    private static StepDescription UnionTag(int value) => new()
    {
        Step = "number",
        Name = "Tag",
        Number = new NumberDescription { Bits = 8 },
        Expect = System.Text.Json.JsonDocument.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture)).RootElement,
    };

    private void Enums(ProtocolDescription protocol)
    {
        var enums = protocol.Enums.Where(one => one.Values.Count > 0).ToArray();
        if (enums.Length == 0) return;

        Line();
        Line("enums");
        var width = enums.Max(one => one.Type.Length);
        foreach (var one in enums) Line($"  {one.Type.PadRight(width)}  {string.Join(", ", one.Words.Zip(one.Values, (word, value) => $"{word} {value}"))}");
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

    // Templates and summaries are the project's own text, but a description may come from anywhere.
    private void Line(string text = "") => output.WriteLine(Printable.Of(text));
}
