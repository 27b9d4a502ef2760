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
    /// <summary>The states of the conversation, the first at its beginning; none when nothing depends on them.</summary>
    public EquatableArray<StateModel> States { get; init; }

    /// <summary>The field by which answers name what they answer; null: their order tells.</summary>
    public string? Correlated { get; init; }

    /// <summary>That field is one of each message, not of their header.</summary>
    public bool IsCorrelatedByField => Correlated is not null && Wire.Kind == WireKind.Text;

    /// <summary>Something follows a message's head, so that it needs a stream.</summary>
    public bool HasBodies => Messages.Any(message => message.Steps.Any(step => step is LinesStep or BodyLengthStep or BodyUntilStep));

    /// <summary>The class with its namespace, without <c>global::</c>.</summary>
    public string FullName => Namespace.Length == 0 ? ClassName : Namespace + "." + ClassName;
}

internal enum WireKind { Text, Unframed }

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
internal sealed record EnumModel(string Type, string ReaderName, EquatableArray<EnumWord> Words);

/// <param name="Member">The C# member.</param>
/// <param name="Word">What stands on the wire.</param>
internal sealed record EnumWord(string Member, string Word);
