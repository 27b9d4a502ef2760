namespace ProtoKit;

/// <summary>A message that the client sends.</summary>
/// <param name="template">The verb, or the whole shape with fields in braces.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class CommandAttribute(string template) : Attribute
{
    /// <summary>The verb, or the whole shape with fields in braces.</summary>
    public string Template { get; } = template;

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
/// <param name="template">The whole shape, fields in braces; without braces, the fields follow in order.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class ReplyAttribute(string template) : Attribute
{
    /// <summary>The whole shape.</summary>
    public string Template { get; } = template;

    /// <summary>The connection closes once this has been sent.</summary>
    public bool Closes { get; set; }

    /// <summary>One sentence for help and documentation.</summary>
    public string? Summary { get; set; }
}

/// <summary>A message that refuses a command. Members named Code and Message are filled by name.</summary>
/// <param name="template">The whole shape, fields in braces; without braces, the fields follow in order.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class, Inherited = false)]
public sealed class FaultAttribute(string template) : Attribute
{
    /// <summary>The whole shape.</summary>
    public string Template { get; } = template;

    /// <summary>
    /// The kind that this fault answers. Unless said: every kind that no other fault answers. <see cref="FaultKind.None"/>: none;
    /// it is sent by <c>session.Fault</c> only.
    /// </summary>
    public FaultKind Answers { get; set; } = FaultKind.Any;

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
