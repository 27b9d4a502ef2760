using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>How emitted code names the protocol and what belongs to it.</summary>
internal static class Spelling
{
    // What the emitted part outside the user's namespace uses by its short name: an alias must not hide it.
    private static readonly HashSet<string> Taken =
    [
        "Bytes", "Body", "BodyMark", "ClientConnection", "ConversationEnd", "ConversationOptions", "Exception", "FaultKind", "FieldReader",
        "FieldWriter", "IDuplexPipe", "IMessage", "LineList", "LineTail", "List", "Limits", "MessageTail", "NewLine", "NotWritableException",
        "ReadStatus", "ReceivedBody", "TimeSpan", "Turn", "Kept", "ITaker", "ValueTask", "WireFormat", "WireInput", "Ascii", "System",
    ];

    /// <summary>The short name of the protocol class in the emitted part outside the user's namespace.</summary>
    public static string Alias(ProtocolModel protocol) =>
        Taken.Contains(protocol.ClassName) ? protocol.ClassName + "Protocol" : CSharp.Identifier(protocol.ClassName);

    /// <summary>The class that holds the protocol's reading and writing.</summary>
    public static string WireClass(ProtocolModel protocol) => protocol.ClassName + "Wire";

    /// <summary>The full name of the protocol class, as code anywhere may write it.</summary>
    public static string Global(ProtocolModel protocol) => "global::"
        + CSharp.Join(protocol.FullName.Split('.').Select(CSharp.Identifier), ".");

    /// <summary>A field's type, where the protocol's own nested types need its name before them.</summary>
    public static string Type(ProtocolModel protocol, string type) =>
        protocol.Tokens.Any(token => token.IsNested && token.Type == type) || protocol.Messages.Any(message => message.Name == type)
            ? $"{Alias(protocol)}.{CSharp.Identifier(type)}"
            : type;

    /// <summary>The same type as the user's own partial class writes it.</summary>
    public static string TypeInside(ProtocolModel protocol, string type) =>
        protocol.Tokens.Any(token => token.IsNested && token.Type == type) ? CSharp.Identifier(type) : type;

    /// <summary>The reader's and writer's method for a type of time.</summary>
    public static string TimeMethod(string type) =>
        type.EndsWith("DateOnly", System.StringComparison.Ordinal) ? "Date" : type.EndsWith("TimeOnly", System.StringComparison.Ordinal) ? "Time" : "Moment";

    /// <summary>The field that holds the end mark of a message's body.</summary>
    public static string Mark(MessageModel message) => message.Name + "Mark";
}
