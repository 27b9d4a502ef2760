using ProtoKit.Tool.Speaking;

namespace ProtoKit.Tool.Asking;

/// <summary>What a person wants said: a command with its values.</summary>
/// <param name="Continuation">The message that follows once the command is answered, where the protocol has one.</param>
/// <param name="SaveAs">The name under which a body in the reply is a file; null when it is none.</param>
internal sealed record Request(Saying Command, Saying? Continuation, string? SaveAs)
{
    /// <summary>The body that goes out; null when none does.</summary>
    public SentBody? Body => Command.Values.Values.Concat(Continuation?.Values.Values ?? []).OfType<SentBody>().FirstOrDefault();
}
