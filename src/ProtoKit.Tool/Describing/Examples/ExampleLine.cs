using System.Globalization;
using System.Text;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing.Examples;

/// <summary>A message of words with plain values.</summary>
internal sealed class ExampleLine(ProtocolDescription protocol)
{
    private const string Body = "hello";

    private string End => protocol.Wire.NewLine == "crlf" ? "\r\n" : "\n";

    /// <summary>Null when the message is only a body by timing, of which nothing can be shown.</summary>
    public string? Of(MessageDescription message)
    {
        var words = Words(message);
        if (words is null || words.Length == 0) return null;
        return message.IsEnveloped ? Enveloped(words) : words + Tail(message);
    }

    // What is optional is left out.
    private string? Words(MessageDescription message)
    {
        var line = new StringBuilder();
        foreach (var step in message.Steps)
        {
            var field = message.Fields.FirstOrDefault(one => one.Name == step.Field) ?? new FieldDescription { Name = step.Field };
            var lead = step.Lead ? " " : "";
            switch (step.Step)
            {
                case "literal": line.Append(step.Text); break;
                case "slot" when !step.Optional: line.Append(lead).Append(ExampleValue.Word(protocol, field, field.Kind, field.Type)); break;
                case "words": line.Append(lead).Append(ExampleValue.Word(protocol, field, field.ItemKind, field.Item)); break;
                case "groups": line.Append(lead).Append(string.Join(' ', Group(step.Record))); break;
                case "count": line.Append(lead).Append('1'); break;
                case "length": line.Append(lead).Append(Body.Length.ToString(CultureInfo.InvariantCulture)); break;
                case "bodyUntil": return null;
            }
        }

        return line.ToString();
    }

    private IEnumerable<string> Group(string name) => protocol.Records.FirstOrDefault(record => record.Name == name)?.Fields
        .Select(field => ExampleValue.Word(protocol, field, field.Kind, field.Type)) ?? [];

    private string Tail(MessageDescription message)
    {
        if (protocol.Wire.IsUnframed) return "";
        var tail = new StringBuilder(protocol.Wire.IsEnvelope ? "\r\n" : End);
        foreach (var step in message.Steps)
        {
            if (step.Step == "body") tail.Append(Body);
            if (step.Step == "lines" && protocol.Message(step.Line) is { } line) tail.Append(Words(line)).Append(End).Append(step.Until is { } until ? until + End : "");
        }

        return tail.ToString();
    }

    // As the cases that the envelope is made of say.
    private string? Enveloped(string words)
    {
        var union = protocol.Union(protocol.Wire.Union);
        var (list, item) = (union?.Cases.FirstOrDefault(one => one.Name == protocol.Wire.List), union?.Cases.FirstOrDefault(one => one.Name == protocol.Wire.Item));
        if (list?.Steps is not [{ Extent.Prefix: { Form: "digits" } count }] || item?.Steps is not [{ Extent: { Prefix: { Form: "digits" } length } extent }]) return null;
        var all = words.Split(' ');
        return string.Create(CultureInfo.InvariantCulture, $"{(char)list.Tag}{all.Length}{count.End}")
            + string.Concat(all.Select(word => string.Create(CultureInfo.InvariantCulture, $"{(char)item.Tag}{word.Length}{length.End}{word}{extent.After}")));
    }
}
