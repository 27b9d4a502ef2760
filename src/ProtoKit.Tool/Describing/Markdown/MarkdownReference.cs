using System.Globalization;
using ProtoKit.Tool.Descriptions;
using static ProtoKit.Tool.Describing.Markdown.MarkdownText;

namespace ProtoKit.Tool.Describing.Markdown;

/// <summary>A protocol as a reference that one would publish.</summary>
internal sealed class MarkdownReference(ProtocolDescription protocol, TextWriter output)
{
    private readonly MarkdownMessages messages = new(protocol, output);

    public void Write()
    {
        Line($"# {Plain(protocol.Name)}");
        if (protocol.Summary.Length > 0) Line(Plain(protocol.Summary));
        Line(protocol.Port == 0 ? "It has no port of its own." : string.Create(CultureInfo.InvariantCulture, $"Its port is {protocol.Port}."));
        Line($"The wire: {Plain(WireWords.Of(protocol))}.");
        if (protocol.Correlated.Length > 0) Line($"Answers come in any order; each has the {Code(protocol.Correlated)} of its command.");
        Limits();
        States();
        Messages("Commands", protocol.Commands);
        Messages("Replies", protocol.OfKind("reply").Where(message => !message.Push));
        Messages("Pushes", protocol.OfKind("reply").Where(message => message.Push));
        Messages("Faults", protocol.OfKind("fault"));
        Messages("Lines", protocol.OfKind("line"));
        Parts();
        Enums();
    }

    private void Line(string text) => output.Write($"{text}\n\n");

    private void Limits()
    {
        if (protocol.Limits.Count == 0) return;
        Line("## Limits");
        MarkdownTable.Write(output, ["Limit", "Value"], protocol.Limits.Select(limit => new[] { Code(limit.Key), Plain(LimitWords.Of(limit.Key, limit.Value)) }));
    }

    private void States()
    {
        if (protocol.States.Count == 0) return;
        Line("## States");
        Line($"A conversation begins in {Code(protocol.States[0])}.");
        MarkdownTable.Write(output, ["State", "Commands", "Left by"], protocol.States.Select(state => new[]
        {
            Code(state),
            string.Join(", ", protocol.Commands.Where(command => command.Allow.Count == 0 || command.Allow.Contains(state)).Select(command => Link(command.Name))),
            string.Join(", ", Transitions.Of(protocol).Where(one => one.From == state).Select(one => $"{Link(one.Message)} to {Code(one.To)}")),
        }));
    }

    private void Messages(string title, IEnumerable<MessageDescription> some)
    {
        var all = some.ToArray();
        if (all.Length == 0) return;
        Line($"## {title}");
        foreach (var message in all) messages.Write(message);
    }

    private void Parts()
    {
        if (protocol.Records.Count > 0) Line("## Records");
        foreach (var record in protocol.Records) messages.Write(record.Name, record.Fields, record.Steps);
        if (protocol.Unions.Count > 0) Line("## Unions");
        foreach (var union in protocol.Unions)
        {
            Line($"### {Plain(union.Name)}");
            Line($"One of {string.Join(", ", union.Cases.Select(one => Link($"{union.Name} {one.Name}")))}; the first byte tells which.");
            foreach (var one in union.Cases) messages.Write($"{union.Name} {one.Name}", one.Fields, one.Steps, one.Tag);
        }
    }

    private void Enums()
    {
        if (protocol.Enums.Count == 0) return;
        Line("## Enums");
        foreach (var one in protocol.Enums)
        {
            Line($"### {Plain(one.Type)}");
            var rows = one.Words.Select((word, at) => at < one.Values.Count
                ? new[] { Code(word), one.Values[at].ToString(CultureInfo.InvariantCulture) }
                : [Code(word)]);
            MarkdownTable.Write(output, one.Values.Count > 0 ? ["Word", "Value"] : ["Word"], rows);
        }
    }
}
