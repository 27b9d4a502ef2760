using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>What a protocol needs whose answers name what they answer, in any order.</summary>
internal static class CorrelationEmitter
{
    /// <summary>Which command the session is refusing.</summary>
    public static void Session(CodeWriter w, ProtocolModel protocol)
    {
        if (protocol.Wire.Header?.Correlation is not null) w.Member("/// <inheritdoc/>\nprotected override bool IsCorrelated => true;");
        if (Field(protocol) is not { } field) return;
        w.Member($$"""
            private {{field.Type}}? refused;

            /// <inheritdoc/>
            protected override bool IsCorrelated => true;

            /// <inheritdoc/>
            protected override void Refusing(object? id) => refused = id as {{field.Type}}?;
            """.Replace("as string?", "as string"));
    }

    /// <summary>What a fault names as the command that it refuses, inside the session.</summary>
    public static string Refused(FieldModel field) => field switch
    {
        { Nullable: true } => "refused",
        { Kind: FieldKind.Text } => "refused ?? \"-\"",
        _ => "refused ?? 0",
    };

    /// <summary>How the client finds out what a frame answers.</summary>
    public static void Client(CodeWriter w, Spelling spelling)
    {
        var protocol = spelling.Protocol;
        if (protocol.Wire.Header?.Correlation is { } number) w.Member($"""
            /// <inheritdoc/>
            protected override bool IsCorrelated => true;

            /// <inheritdoc/>
            protected override (int At, int Bits, bool LittleEndian)? NumberField => ({CSharp.Number(number.At)}, {CSharp.Number(number.Bits)}, {CSharp.Bool(number.LittleEndian)});
            """);
        if (Field(protocol) is null) return;
        var answers = protocol.Messages
            .Where(message => (message.Kind is MessageKind.Reply or MessageKind.Fault || message.AlsoReply) && !message.IsPush && Names(protocol, message))
            .Select(message => $"IdIn<{CSharp.Identifier(message.Name)}>(frame)");
        w.Member($"""
            /// <inheritdoc/>
            protected override bool IsCorrelated => true;

            /// <inheritdoc/>
            protected override object? IdOf(global::System.ReadOnlyMemory<byte> frame) =>
                {CSharp.Join(answers, "\n    ?? ")};
            """);
    }

    /// <summary>The message has the field.</summary>
    public static bool Names(ProtocolModel protocol, MessageModel message) =>
        protocol.IsCorrelatedByField && message.Fields.Any(field => field.Name == protocol.Correlated);

    private static FieldModel? Field(ProtocolModel protocol) => protocol.IsCorrelatedByField
        ? protocol.Messages.Where(message => message.Kind == MessageKind.Command)
            .SelectMany(message => message.Fields)
            .FirstOrDefault(field => field.Name == protocol.Correlated)
        : null;
}
