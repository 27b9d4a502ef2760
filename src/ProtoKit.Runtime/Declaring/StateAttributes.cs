namespace ProtoKit;

/// <summary>
/// The states of the conversation (members of the nested enum <c>State</c>) in which a command may come; on the protocol: in which each command may
/// come that does not say its own. The first member is the state at the beginning.
/// </summary>
/// <param name="states">Members of the enum.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AllowAttribute(params object[] states) : Attribute
{
    /// <summary>The states.</summary>
    public IReadOnlyList<object> States { get; } = states;
}

/// <summary>The state of the conversation once the command has been answered, or once the reply has been written. A fault changes nothing.</summary>
/// <param name="state">A member of the enum.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class NextAttribute(object state) : Attribute
{
    /// <summary>The state.</summary>
    public object State { get; } = state;
}

/// <summary>Limits that hold in one state instead of the protocol's own; written as in <see cref="LimitsAttribute"/>.</summary>
/// <param name="state">A member of the enum.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class StateLimitsAttribute(object state) : Attribute
{
    /// <summary>The state.</summary>
    public object State { get; } = state;

    /// <summary>Between commands.</summary>
    public string? Idle { get; set; }

    /// <summary>From a command's first byte to its last.</summary>
    public string? Command { get; set; }

    /// <summary>The longest message that is buffered, in bytes.</summary>
    public string? MaxFrame { get; set; }

    /// <summary>Words after a verb.</summary>
    public string? MaxArguments { get; set; }
}

/// <summary>The server sends the message without having been asked, by <c>session.SendAsync</c>. The client has an <c>On…</c> handler for it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PushAttribute : Attribute;

/// <summary>
/// Answers name what they answer by this field, and come in any order: a field of the header, or a field that each command and each reply has.
/// </summary>
/// <param name="field">The field, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CorrelatedAttribute(string field) : Attribute
{
    /// <summary>The field.</summary>
    public string Field { get; } = field;
}

/// <summary>The command is answered when its field says so, and else not: the server answers null, and the client does not wait.</summary>
/// <param name="member">The command's field, by <c>nameof</c>.</param>
/// <param name="comparison">How it has to compare.</param>
/// <param name="value">A constant of its type.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AnsweredWhenAttribute(string member, Comparison comparison, object value) : Attribute
{
    /// <summary>The command's field.</summary>
    public string Member { get; } = member;

    /// <summary>A field of the record that the command's field is.</summary>
    public string? Part { get; set; }

    /// <summary>How it has to compare.</summary>
    public Comparison Comparison { get; } = comparison;

    /// <summary>What it is compared with.</summary>
    public object Value { get; } = value;
}

/// <summary>The kinds of fault that a member of a fault's <c>Code</c> enum stands for; <see cref="FaultKind.Any"/>: all that no other does.</summary>
/// <param name="kinds">The kinds.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class AnswersAttribute(params FaultKind[] kinds) : Attribute
{
    /// <summary>The kinds.</summary>
    public IReadOnlyList<FaultKind> Kinds { get; } = kinds;
}
