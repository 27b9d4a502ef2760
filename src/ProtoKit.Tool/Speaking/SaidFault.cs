namespace ProtoKit.Tool.Speaking;

/// <summary>The server refused, in the protocol's own words.</summary>
internal sealed class SaidFault(Heard heard, string code, string message) : ProtocolFault(code, message)
{
    public Heard Heard { get; } = heard;

    /// <summary>The members named Code and Message say it; a fault without them is told by what it answers and by its words.</summary>
    public static SaidFault Of(Heard heard)
    {
        var answers = Enum.TryParse<FaultKind>(heard.Message.Answers, out var kind) && kind > FaultKind.Any ? kind : FaultKind.Refused;
        return new SaidFault(heard, heard.Values.GetValueOrDefault("Code") as string ?? FaultCode.Of(answers),
            heard.Values.GetValueOrDefault("Message") as string ?? Words(heard));
    }

    private static string Words(Heard heard)
    {
        var message = heard.Message;
        if (message.Template.Length == 0) return "the server refuses";
        // What tells a line from other values of an envelope is no word of it.
        if (message.Layout != "line") return message.Template;
        var text = message.Template[1..];
        foreach (var (field, value) in heard.Fields) text = text.Replace($"{{{field.Name}}}", value as string, StringComparison.Ordinal);
        return text;
    }
}
