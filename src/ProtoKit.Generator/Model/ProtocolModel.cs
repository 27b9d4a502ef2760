using System.Linq;

namespace ProtoKit.Generator.Model;

/// <summary>One declared protocol, whole: everything that the emitters need, and nothing of the compiler's.</summary>
/// <param name="Namespace">The namespace of the class; empty for the global one.</param>
/// <param name="ClassName">The class's own name, without an <c>@</c>.</param>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>.</param>
/// <param name="Name">The protocol's name on the command line, such as <c>ftp</c>.</param>
/// <param name="Port">The default port; 0 when none is declared.</param>
/// <param name="Messages">In the order of the declaration.</param>
internal sealed record ProtocolModel(
    string Namespace,
    string ClassName,
    string Accessibility,
    string Name,
    int Port,
    string? Summary,
    WireModel Wire,
    EquatableArray<LimitModel> Limits,
    EquatableArray<MessageModel> Messages,
    EquatableArray<TokenModel> Tokens,
    EquatableArray<EnumModel> Enums)
{
    /// <summary>Records that are parts of messages.</summary>
    public EquatableArray<PartModel> Parts { get; init; } = EquatableArray<PartModel>.Empty;

    public EquatableArray<UnionModel> Unions { get; init; } = EquatableArray<UnionModel>.Empty;

    /// <summary>The states of the conversation, the first at its beginning; none when nothing depends on them.</summary>
    public EquatableArray<StateModel> States { get; init; }

    /// <summary>The field by which answers name what they answer; null: their order tells.</summary>
    public string? Correlated { get; init; }

    /// <summary>That field is one of each message, not of their header.</summary>
    public bool IsCorrelatedByField => Correlated is not null && Wire.Kind == WireKind.Text;

    /// <summary>Commands run side by side, and are answered in any order.</summary>
    public bool RunsAlongside => IsCorrelatedByField || Wire.Header?.Correlation is not null;

    /// <summary>Something follows a message's head, so that it needs a stream.</summary>
    public bool HasBodies => Messages.Any(message => message.Steps.Any(step => step is LinesStep or BodyLengthStep or BodyUntilStep));

    /// <summary>Some field of bytes is of this enum.</summary>
    public bool HasInBytes(EnumModel words) => Messages.Where(message => message.IsBinary).SelectMany(message => message.Fields)
        .Concat(Parts.SelectMany(part => part.Fields))
        .Concat(Unions.SelectMany(union => union.Cases).SelectMany(one => one.Fields))
        .Any(field => field.Type == words.Type || field.Item == words.Type);

    /// <summary>Some list of items stands in bytes.</summary>
    public bool HasLists => Messages.SelectMany(message => message.Steps)
        .Concat(Parts.SelectMany(part => part.Steps))
        .Concat(Unions.SelectMany(union => union.Cases).SelectMany(one => one.Steps))
        .Any(step => step is ItemsStep);

    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}

internal enum WireKind { Text, Unframed, Binary, Envelope }

internal enum LineEnd { CrLf, Lf, AsReceived }

/// <summary>How bytes become messages.</summary>
/// <param name="Encoding">The name that <c>Encoding.GetEncoding</c> takes; <c>utf-8</c> unless declared.</param>
/// <param name="MaxLine">Bytes before the line end; text wires only.</param>
/// <param name="MaxArguments">Words after the verb; text wires only.</param>
/// <param name="ReadSize">Bytes that one read takes at most; unframed wires only.</param>
internal sealed record WireModel(
    WireKind Kind,
    string Encoding,
    LineEnd NewLine,
    bool IgnoreCase,
    int MaxLine,
    int MaxArguments,
    int ReadSize)
{
    public bool IsUtf8 => Encoding == "utf-8";

    /// <summary>Of binary wires: the least significant byte of a number comes first unless its field says otherwise.</summary>
    public bool LittleEndian { get; init; }

    /// <summary>Bytes of the longest message; binary wires and envelopes.</summary>
    public long MaxFrame { get; init; }

    public FramingModel Framing { get; init; } = new(Kind == WireKind.Unframed ? FramingKind.Reads : FramingKind.Lines);

    public ChecksumModel? Checksum { get; init; }

    /// <summary>Of envelopes.</summary>
    public EnvelopeModel? Envelope { get; init; }

    /// <summary>What every message of a binary wire begins with.</summary>
    public HeaderModel? Header { get; init; }
}

/// <summary>A limit that the protocol states for itself.</summary>
/// <param name="Name">The option's name in kebab case, such as <c>first-command</c>.</param>
/// <param name="Value">Bytes, a count, or milliseconds, as the option's unit is; -1 is unlimited.</param>
internal sealed record LimitModel(string Name, long Value);

/// <summary>A record that is one word on the wire, with a <c>Validate</c> of the user's.</summary>
/// <param name="Name">The record's name.</param>
/// <param name="Type">The simple name of a nested token, the full name with <c>global::</c> of any other.</param>
/// <param name="Member">The one member, a string.</param>
/// <param name="IsValueType">A record struct.</param>
/// <param name="MaxBytes">Bytes of UTF-8, at least 1.</param>
/// <param name="HasValidate">The user wrote <c>static bool Validate(ReadOnlySpan&lt;byte&gt;)</c>.</param>
/// <param name="HasToString">The user wrote <c>ToString</c>.</param>
/// <param name="IsNested">Declared inside the protocol class (only these get their interfaces emitted with it).</param>
internal sealed record TokenModel(
    string Name, string Type, string Member, bool IsValueType, int MaxBytes, bool HasValidate, bool HasToString, bool IsNested);

/// <summary>An enum that a field has, with the word that each member is on the wire.</summary>
/// <param name="Type">The full name with <c>global::</c>.</param>
/// <param name="ReaderName">A name that is unique in the protocol, for the emitted reader and writer.</param>
internal sealed record EnumModel(string Type, string ReaderName, EquatableArray<EnumWord> Words)
{
    /// <summary>The keyword of the type under it.</summary>
    public string Underlying { get; init; } = "int";

    /// <summary>Any combination of bits is a value.</summary>
    public bool IsFlags { get; init; }
}

/// <param name="Member">The C# member.</param>
/// <param name="Word">What stands on the wire.</param>
/// <param name="Value">What it is as a number.</param>
internal sealed record EnumWord(string Member, string Word, long Value = 0)
{
    /// <summary>The kinds of fault that it stands for, as a fault's code.</summary>
    public EquatableArray<string> Answers { get; init; } = EquatableArray<string>.Empty;
}
