using System.Text;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Describing.Mermaid;

/// <summary>A protocol as diagrams, in the fences that GitHub draws: which command is answered by what, and the states.</summary>
internal sealed class MermaidDiagrams(ProtocolDescription protocol, TextWriter output)
{
    public void Write()
    {
        Fence("flowchart LR", Map());
        if (protocol.States.Count > 0) Fence("stateDiagram-v2", States());
    }

    private void Fence(string kind, IEnumerable<string> lines)
    {
        output.Write($"```mermaid\n{kind}\n");
        foreach (var line in lines) output.Write($"    {line}\n");
        output.Write("```\n");
    }

    private IEnumerable<string> Map()
    {
        var shown = protocol.Messages.Where(message => message.Kind != "line").ToArray();
        foreach (var message in shown) yield return Node(message);
        foreach (var union in protocol.Unions.Where(union => protocol.Commands.Any(command => command.Reply == union.Name)))
            yield return $"{Id(union.Name)}[/\"{Label(union.Name)}\"/]";
        foreach (var command in protocol.Commands)
        {
            var arrow = command.OptionalReply || command.AnsweredWhen is not null ? "-.->" : "-->";
            if (command.Stream is { } stream)
            {
                yield return $"{Id(command.Name)} -->|\"any number\"| {Id(stream.Item)}";
                yield return $"{Id(command.Name)} -->|\"then\"| {Id(stream.End)}";
            }
            else if (command.Reply.Length > 0)
            {
                yield return $"{Id(command.Name)} {arrow} {Id(command.Reply)}";
            }

            if (command.Follows.Length > 0) yield return $"{Id(command.Follows)} ==> {Id(command.Name)}";
        }
    }

    // Commands are boxes, replies are round, pushes are flags, faults are hexagons.
    private static string Node(MessageDescription message)
    {
        var (open, close) = message switch
        {
            { Kind: "fault" } => ("{{", "}}"),
            { Kind: "reply", Push: true } => (">", "]"),
            { Kind: "reply" } => ("(", ")"),
            _ => ("[", "]"),
        };
        var said = message.Template.Length > 0 ? $"{message.Name}<br/>{Label(message.Template)}" : Label(message.Name);
        return $"{Id(message.Name)}{open}\"{said}\"{close}";
    }

    private IEnumerable<string> States()
    {
        foreach (var state in protocol.States) yield return $"state \"{Label(state)}\" as {Id(state)}";
        yield return $"[*] --> {Id(protocol.States[0])}";
        var transitions = Transitions.Of(protocol).ToArray();
        foreach (var one in transitions.GroupBy(one => (one.From, one.To)))
            yield return $"{Id(one.Key.From)} --> {Id(one.Key.To)} : {string.Join(", ", one.Select(each => Label(each.Message)))}";

        foreach (var state in protocol.States)
        {
            var moving = transitions.Where(one => one.From == state).Select(one => one.Message).ToHashSet();
            var allowed = protocol.Commands.Where(command => command.Allow.Count == 0 || command.Allow.Contains(state)).ToArray();
            var closing = allowed.Where(command => command.Closes).Select(command => Label(command.Name)).ToArray();
            var staying = allowed.Where(command => !command.Closes && !moving.Contains(command.Name) && !moving.Contains(command.Reply))
                .Select(command => Label(command.Name)).ToArray();
            if (staying.Length > 0) yield return $"{Id(state)} --> {Id(state)} : {string.Join(", ", staying)}";
            if (closing.Length > 0) yield return $"{Id(state)} --> [*] : {string.Join(", ", closing)}";
        }
    }

    // A prefix keeps names apart from Mermaid's own words, such as `end`.
    private static string Id(string name) => $"m_{string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'))}";

    // In a label, entities stand for what has a meaning of its own.
    private static string Label(string text)
    {
        var label = new StringBuilder();
        foreach (var rune in Printable.Of(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '_' or '.' or ',' or '+' or '-') label.Append(rune.ToString());
            else label.Append(System.Globalization.CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return label.ToString();
    }
}
