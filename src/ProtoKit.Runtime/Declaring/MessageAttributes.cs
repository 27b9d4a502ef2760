namespace ProtoKit;

/// <summary>A message that the client sends.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class CommandAttribute : Attribute
{
    /// <summary>A message of bytes without a tag: the only command.</summary>
    public CommandAttribute()
    {
    }

    /// <summary>A message of text.</summary>
    /// <param name="template">The verb, or the whole shape with fields in braces.</param>
    public CommandAttribute(string template) => Template = template;

    /// <summary>A message of bytes.</summary>
    /// <param name="tag">What tells it from the others: a number, an ASCII character, or a member of an enum.</param>
    public CommandAttribute(object tag) => Tag = tag;

    /// <summary>The verb, or the whole shape with fields in braces.</summary>
    public string Template { get; } = "";

    /// <summary>What tells a message of bytes from the others.</summary>
    public object? Tag { get; }

    /// <summary>The connection closes once the command has been answered.</summary>
    public bool Closes { get; set; }

    /// <summary>
    /// The command that this one continues. It is read by <c>session.ReadAsync</c> in that command's handler and never on its own.
    /// </summary>
    public string? Follows { get; set; }

    /// <summary>One sentence for help and documentation.</summary>
    public string? Summary { get; set; }
}

/// <summary>A message that answers a command.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class ReplyAttribute : Attribute
{
    /// <summary>A message of bytes without a tag: its place tells what it is.</summary>
    public ReplyAttribute()
    {
    }

    /// <summary>A message of text.</summary>
    /// <param name="template">The whole shape, fields in braces; without braces, the fields follow in order.</param>
    public ReplyAttribute(string template) => Template = template;

    /// <summary>A message of bytes.</summary>
    /// <param name="tag">What tells it from the others: a number, an ASCII character, or a member of an enum.</param>
    public ReplyAttribute(object tag) => Tag = tag;

    /// <summary>The whole shape.</summary>
    public string Template { get; } = "";

    /// <summary>What tells a message of bytes from the others.</summary>
    public object? Tag { get; }

    /// <summary>The message arrives inside the protocol's envelope, as its commands do.</summary>
    public bool Enveloped { get; set; }

    /// <summary>The connection closes once this has been sent.</summary>
    public bool Closes { get; set; }

    /// <summary>One sentence for help and documentation.</summary>
    public string? Summary { get; set; }
}

/// <summary>A message that refuses a command. Members named Code, Message and Command (the verb as it came) are filled by name.</summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class FaultAttribute : Attribute
{
    /// <summary>A message of bytes with the tag of the command that it refuses.</summary>
    public FaultAttribute()
    {
    }

    /// <summary>A message of text.</summary>
    /// <param name="template">The whole shape, fields in braces; without braces, the fields follow in order.</param>
    public FaultAttribute(string template) => Template = template;

    /// <summary>A message of bytes.</summary>
    /// <param name="tag">What tells it from the others: a number, an ASCII character, or a member of an enum.</param>
    public FaultAttribute(object tag) => Tag = tag;

    /// <summary>The whole shape.</summary>
    public string Template { get; } = "";

    /// <summary>What tells a message of bytes from the others.</summary>
    public object? Tag { get; }

    /// <summary>
    /// The kind that this fault answers. Unless said: every kind that no other fault answers. <see cref="FaultKind.None"/>: none;
    /// it is sent by <c>session.Fault</c> only.
    /// </summary>
    public FaultKind Answers { get; set; } = FaultKind.Any;

    /// <summary>Which trouble with an argument it answers, where <see cref="Answers"/> is <see cref="FaultKind.BadArgument"/>.</summary>
    public ArgumentTrouble Trouble { get; set; }

    /// <summary>The connection closes once this has been sent, whatever its kind.</summary>
    public bool Closes { get; set; }

    /// <summary>One sentence for help and documentation.</summary>
    public string? Summary { get; set; }
}

/// <summary>A record that is one line of a list.</summary>
/// <param name="template">The shape, fields in braces; without one, the fields in order, one space between.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class LineAttribute(string template = "") : Attribute
{
    /// <summary>The shape.</summary>
    public string Template { get; } = template;
}

/// <summary>
/// A record of one string that is one word on the wire. It may have <c>static bool Validate(ReadOnlySpan&lt;byte&gt; utf8)</c>, which
/// sees 1 to <see cref="MaxBytes"/> bytes of valid UTF-8.
/// </summary>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class TokenAttribute : Attribute
{
    /// <summary>The most bytes of UTF-8; 255 unless said.</summary>
    public int MaxBytes { get; set; } = 255;
}

/// <summary>What is wrong with the arguments of a command.</summary>
public enum ArgumentTrouble
{
    /// <summary>Any trouble that no other fault answers.</summary>
    Any,

    /// <summary>There are too few, or too many.</summary>
    Number,

    /// <summary>One is not what its type says, or not valid.</summary>
    Value,

    /// <summary>A word is no option, or an option comes twice, without its value, or excludes another.</summary>
    Option,
}
