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
            heard.Values.GetValueOrDefault("Message") as string ?? heard.Message.Template);
    }
}
