using System.Text;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Describing;

/// <summary>A message's wire as one line: <c>P &lt;name&gt; &lt;data.length&gt; CRLF &lt;data&gt;</c>.</summary>
internal static class Grammar
{
    public static string Of(MessageDescription message, ProtocolDescription protocol)
    {
        if (message.IsBinary) return string.Join(' ', ByteLayout.Of(protocol, message.Fields, message.Steps, message.Tag).Select(row => row.OnOneLine()));

        var line = new StringBuilder();
        foreach (var step in message.Steps) Append(line, step, protocol.Wire);
        return line.ToString().TrimEnd();
    }

    private static void Append(StringBuilder line, StepDescription step, WireDescription wire)
    {
        var lead = step.Lead ? " " : "";
        var field = FieldName(step.Field);
        line.Append(step.Step switch
        {
            "literal" => step.Text,
            "slot" when step.Optional => $"[{lead}{Slot(step, field)}]",
            "slot" => lead + Slot(step, field),
            "words" => $"{lead}<{field}> ...",
            "option" => $"[ {step.Word} <{field}>]",
            "flag" => $"[ {step.Word}]",
            "groups" => $"{lead}<{field}> ...",
            "count" => $"{lead}<{field}.count>",
            "length" => $"{lead}<{field}.length>",
            "end" when wire.IsUnframed || wire.IsEnvelope => " ",
            "end" => $" {LineEnd(wire)} ",
            "lines" when step.Until is { } until => $"<{FieldName(step.Line)}> {LineEnd(wire)} ... {until} {LineEnd(wire)} ",
            "lines" => $"<{FieldName(step.Line)}> {LineEnd(wire)} ... ",
            "body" => $"<{field}> ",
            "bodyUntil" when step.Mark.Length == 0 => $"<{field}> until {step.Quiet} ms of silence",
            "bodyUntil" => $"<{field}> {step.Mark}",
            var other => $"<{other}>",
        });
    }

    private static string Slot(StepDescription step, string field) => step.Form == "rest" ? $"<{field}...>" : $"<{field}>";

    private static string LineEnd(WireDescription wire) => wire.NewLine switch { "lf" => "LF", "asReceived" => "EOL", _ => "CRLF" };

    /// <summary>A member's name as people type it.</summary>
    public static string FieldName(string member) => member.Length == 0 ? "" : char.ToLowerInvariant(member[0]) + member[1..];
}
