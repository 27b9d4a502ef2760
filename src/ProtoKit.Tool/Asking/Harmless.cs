using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Asking;

/// <summary>Commands that are there to be asked without consequence.</summary>
internal static class Harmless
{
    private static readonly string[] Names = ["ping", "pingreq", "noop", "nop"];

    /// <summary>The command that every protocol with such a name means by it, said without arguments; null when there is none.</summary>
    public static MessageDescription? Ping(ProtocolDescription protocol) => CommandLookup.Of(protocol).FirstOrDefault(command =>
        (Is(command.Name) || Is(command.Verb))
        && command is { Reply.Length: > 0, OptionalReply: false, Closes: false }
        && command.Fields.All(field => field.Nullable)
        && MayComeFirst(protocol, command));

    /// <summary>It is allowed at the beginning; or it may be refused, which is an answer too.</summary>
    public static bool MayComeFirst(ProtocolDescription protocol, MessageDescription command) =>
        protocol.States.Count == 0 || command.Allow.Count == 0 || command.Allow.Contains(protocol.States[0]) || protocol.OfKind("fault").Any();

    private static bool Is(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
