using System;
using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>How emitted code names a protocol and what belongs to it.</summary>
internal sealed class Spelling
{
    /// <summary>What the emitted part outside the user's namespace calls by its short name: an alias must not hide it.</summary>
    public static readonly IReadOnlyCollection<string> ShortNames = new HashSet<string>
    {
        "AnyCase", "Body", "ChecksumForm", "ChecksumKind", "EnvelopeCase", "EnvelopeForm", "Stuffing", "WireNumber", "BodyMark", "Bytes", "ConversationEnd", "DateOnly", "DateTimeOffset", "DefaultFault", "Exception", "FaultCode", "FaultKind", "HandlerPlace",
        "FieldReader", "FieldWriter", "Format", "Guid", "ITaker", "Kept", "Limits", "LineList", "LineTail", "List", "MessageTail", "NewLine",
        "NotWritableException", "ProtocolFault", "Read", "ReadOne", "ReadOnlyMemory", "ReadStatus", "ReceivedBody", "System", "Task", "TimeOnly", "TimeSpan",
        "Timeout", "Turn", "ValueTask", "WireFormat", "WireInput",
    };

    private static readonly Dictionary<string, string> Short = new()
    {
        ["global::ProtoKit.Bytes"] = "Bytes",
        ["global::System.DateOnly"] = "DateOnly",
        ["global::System.DateTimeOffset"] = "DateTimeOffset",
        ["global::System.Guid"] = "Guid",
        ["global::System.TimeOnly"] = "TimeOnly",
    };

    private readonly Dictionary<string, MessageModel> messages = [];
    private readonly Dictionary<string, EnumModel> enums = [];
    private readonly Dictionary<string, PartModel> parts = [];

    public Spelling(ProtocolModel protocol)
    {
        Protocol = protocol;
        Alias = CSharp.Identifier(IsTaken(protocol) ? protocol.ClassName + "Protocol" : protocol.ClassName);
        Class = CSharp.Global(protocol.FullName);
        WireClass = protocol.ClassName + "Wire";
        Wire = "global::ProtoKit.Emitted." + WireClass;
        foreach (var message in protocol.Messages) messages[message.Name] = message;
        foreach (var words in protocol.Enums) enums[words.Type] = words;
        foreach (var part in protocol.Parts) parts[part.Name] = part;
    }

    public ProtocolModel Protocol { get; }

    /// <summary>The protocol class in the emitted part outside the user's namespace.</summary>
    public string Alias { get; }

    /// <summary>The protocol class, as code anywhere may write it.</summary>
    public string Class { get; }

    /// <summary>The simple name of the class that holds the protocol's reading and writing.</summary>
    public string WireClass { get; }

    /// <summary>The class that holds the protocol's reading and writing, as code anywhere in the file may write it.</summary>
    public string Wire { get; }

    /// <summary>A message, in the emitted part outside the user's namespace.</summary>
    public string Of(MessageModel message) => Nested(message.Name);

    /// <summary>A type declared in the protocol class, in the emitted part outside the user's namespace.</summary>
    public string Nested(string name) => $"{Alias}.{CSharp.Identifier(name)}";

    /// <summary>A field's type, in the emitted part outside the user's namespace.</summary>
    public string Type(string type) => Inner(type) is { } name ? Nested(name) : Short.TryGetValue(type, out var plain) ? plain : type;

    /// <summary>A field's type in the user's own partial class.</summary>
    public string TypeInside(FieldModel field) => field.Kind switch
    {
        FieldKind.Items => $"global::System.Collections.Generic.IReadOnlyList<{TypeInside(field.Item!)}>" + (field.Nullable ? "?" : ""),
        FieldKind.Words => $"global::System.Collections.Generic.IReadOnlyList<{TypeInside(field.Item!)}>",
        FieldKind.Lines or FieldKind.Groups => $"global::System.Collections.Generic.IReadOnlyList<{CSharp.Identifier(field.Item!)}>",
        _ => TypeInside(field.Type) + (field.Nullable ? "?" : ""),
    };

    /// <summary>What the emitted reader and writer of an enum's words are called.</summary>
    public string WordsOf(string type) => enums[type].ReaderName;

    /// <summary>An enum that some field has.</summary>
    public EnumModel Enum(string type) => enums[type];

    /// <summary>An enum's value, in the emitted part outside the user's namespace: its member, or a cast where none has it.</summary>
    public string Member(string type, long value) => enums[type].Words.FirstOrDefault(word => word.Value == value) is { } word
        ? $"{Type(type)}.{CSharp.Name(word.Member)}"
        : $"({Type(type)}){CSharp.Number(value)}";

    /// <summary>A constant as the model writes it, in the emitted part outside the user's namespace.</summary>
    public string Constant(string shown)
    {
        var dot = shown.LastIndexOf('.');
        return dot < 0 || !shown.StartsWith("global::", StringComparison.Ordinal) ? shown : $"{Type(shown.Substring(0, dot))}.{CSharp.Name(shown.Substring(dot + 1))}";
    }

    /// <summary>The type of a local variable for a field, without the <c>?</c>.</summary>
    public string TypeOf(FieldModel field) => field.Kind == FieldKind.Items ? $"List<{Type(field.Item!)}>" : Type(field.Type);
    /// <summary>What a member of an enum is on the wire.</summary>
    public string WordOf(string type, string member) => enums[type].Words.First(word => word.Member == member).Word;

    /// <summary>The part of this name.</summary>
    public PartModel Part(string name) => parts[name];

    /// <summary>What answers a command; null when nothing does.</summary>
    public MessageModel? ReplyOf(MessageModel command) =>
        command.Reply is not null && messages.TryGetValue(command.Reply, out var reply) ? reply : null;

    /// <summary>The reader's and writer's method for a type of time.</summary>
    public static string TimeMethod(string type) => type switch
    {
        "global::System.DateOnly" => "Date",
        "global::System.TimeOnly" => "Time",
        _ => "Moment",
    };

    /// <summary>The constant that describes the end of a message's body.</summary>
    public static string Mark(MessageModel message) => "MarkOf" + message.Name;

    private string TypeInside(string type) => Inner(type) is { } name ? CSharp.Identifier(name) : type;

    // An alias is hidden by the members of the class that it is used in, and hides types.
    private static bool IsTaken(ProtocolModel protocol) => ShortNames.Contains(protocol.ClassName)
        || protocol.Messages.Any(message => IsMade(protocol.ClassName, message.Name, "Matches", "TryRead", "Write", "Take", "TailOf", "MarkOf"))
        || protocol.Parts.Any(part => IsMade(protocol.ClassName, part.Name, "Read", "Write"))
        || protocol.Enums.Any(words => IsMade(protocol.ClassName, words.ReaderName, "Read", "Write"));

    private static bool IsMade(string name, string of, params string[] with) =>
        name.EndsWith(of, StringComparison.Ordinal) && with.Any(prefix => name == prefix + of);

    // The simple name of a type that is declared directly in the protocol class; null for any other.
    private string? Inner(string type)
    {
        if (!type.StartsWith("global::", StringComparison.Ordinal)) return null;
        var plain = type.Substring("global::".Length).Replace("@", "");
        var owner = Protocol.FullName + ".";
        return plain.StartsWith(owner, StringComparison.Ordinal) && plain.IndexOf('.', owner.Length) < 0 ? plain.Substring(owner.Length) : null;
    }
}
