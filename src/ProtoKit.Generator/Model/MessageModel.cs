namespace ProtoKit.Generator.Model;

internal enum MessageKind { Command, Reply, Fault, Line }

/// <summary>How a command is told from the others.</summary>
internal enum VerbMatch
{
    /// <summary>No verb: it takes what no verb matches. Also replies and faults that begin with a field.</summary>
    None,

    /// <summary>The whole frame equals the verb.</summary>
    Whole,

    /// <summary>The verb, then a space or the end of the frame.</summary>
    Word,

    /// <summary>The verb, then anything.</summary>
    Prefix,
}

/// <summary>One record of the protocol, lowered to the steps that read it and write it.</summary>
/// <param name="Name">The record's simple name, without an <c>@</c>.</param>
/// <param name="IsValueType">A record struct, not a record class.</param>
/// <param name="Template">As the user wrote it.</param>
/// <param name="Verb">The literal text before the first field; empty when there is none.</param>
/// <param name="Reply">The reply's record name, for a command that asks for one.</param>
/// <param name="ReplyOptional">The handler may answer null, which sends nothing.</param>
/// <param name="Follows">The command within whose handler this one is read (and only there).</param>
/// <param name="Answers">The member of FaultKind that this fault answers; null for every kind that no other answers.</param>
/// <param name="Fields">The primary constructor's parameters, in order.</param>
/// <param name="Steps">The wire, in order.</param>
/// <param name="IsSealed">Nothing derives from the record.</param>
/// <param name="HasPrintMembers">The user says what ToString shows.</param>
internal sealed record MessageModel(
    MessageKind Kind,
    string Name,
    bool IsValueType,
    string? Summary,
    string Template,
    string Verb,
    VerbMatch Match,
    string? Reply,
    bool ReplyOptional,
    bool OneWay,
    string? Follows,
    bool Closes,
    string? Answers,
    EquatableArray<FieldModel> Fields,
    EquatableArray<Step> Steps,
    bool IsSealed,
    bool HasPrintMembers)
{
    /// <summary>It answers commands too, in the same form.</summary>
    public bool AlsoReply { get; init; }

    /// <summary>The server sends it without having been asked.</summary>
    public bool IsPush { get; init; }

    /// <summary>The command is answered by several messages.</summary>
    public StreamModel? Stream { get; init; }

    /// <summary>The states in which the command may come; null: all.</summary>
    public EquatableArray<string>? Allow { get; init; }

    /// <summary>The state behind the command, once it was answered, or behind the reply; null: the same.</summary>
    public string? Next { get; init; }

    /// <summary>When the command is answered; null: always, or nobody knows.</summary>
    public WhenModel? AnsweredWhen { get; init; }

    /// <summary>The member of ArgumentTrouble that this fault answers; null for any trouble.</summary>
    public string? Trouble { get; init; }

    public MessageLayout Layout { get; init; }

    /// <summary>What tells a message of bytes from the others; null when only its place does.</summary>
    public long? Tag { get; init; }

    /// <summary>It is a union.</summary>
    public bool IsUnion { get; init; }

    public bool IsBinary => Layout == MessageLayout.Binary;
}

/// <summary>What a message's steps are steps of.</summary>
internal enum MessageLayout
{
    /// <summary>The words of a line, or of what one read returned.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Binary,

    /// <summary>The items of an envelope, as words.</summary>
    Items,

    /// <summary>A line of text, with its end, on a wire of envelopes.</summary>
    Line,
}

/// <summary>What a field is, as far as reading and writing it goes.</summary>
internal enum FieldKind { Text, Bytes, Bool, Integer, Real, Time, Enum, Parsed, Words, Groups, Lines, Body, Record, Union, Items }

/// <summary>One parameter of a message's primary constructor.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Type">How emitted code names the type (keyword, or <c>global::</c> name), without the <c>?</c>.</param>
/// <param name="Kind">For <see cref="FieldKind.Words"/> the list; its item is in <paramref name="ItemKind"/>.</param>
/// <param name="IsValueType">Of the type itself, without the <c>?</c>.</param>
/// <param name="Nullable">Declared with a <c>?</c>: absent when null.</param>
/// <param name="Item">The type of a word, or the name of the [Line] record or of the group, of a list field.</param>
/// <param name="TokenMax">Bytes, when the type is a token; else 0.</param>
/// <param name="FileOf">The field that names the file that this body is.</param>
internal sealed record FieldModel(
    string Name,
    string Type,
    FieldKind Kind,
    bool IsValueType,
    bool Nullable,
    bool Secret,
    string? Item = null,
    FieldKind ItemKind = FieldKind.Text,
    int TokenMax = 0,
    string? FileOf = null)
{
    /// <summary>It is a list of words, groups, lines or items.</summary>
    public bool IsList => Kind is FieldKind.Words or FieldKind.Groups or FieldKind.Lines or FieldKind.Items;

    /// <summary>What the value has to be, beyond its type.</summary>
    public RulesModel Rules { get; init; } = RulesModel.None;

    /// <summary>The options and flags that cannot be there together with this one.</summary>
    public EquatableArray<string> Excludes { get; init; }
}
