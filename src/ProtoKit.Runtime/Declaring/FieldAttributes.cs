namespace ProtoKit;

/// <summary>The field takes the remainder of the line, spaces too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class RestAttribute : Attribute;

/// <summary>The field may stand in double quotes, with <c>\"</c> and <c>\\</c> inside; the writer quotes when it must.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class QuotedAttribute : Attribute;

/// <summary>A list of [Line] records that follow the line, as many as <c>{Field.Count}</c> said, or up to <see cref="Until"/>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class LinesAttribute : Attribute
{
    /// <summary>The line that ends the list; unless said, the list is counted.</summary>
    public string? Until { get; set; }
}

/// <summary>A body whose length in bytes is written where the field stands (or at <c>{Field.Length}</c>), in digits.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BodyLengthAttribute : Attribute
{
    /// <summary>The longest body, such as <c>"4GiB"</c>; unless said, the connection's max-body holds.</summary>
    public string? Max { get; set; }
}

/// <summary>
/// A body of an unframed wire that ends by a mark and by time, or, with an empty mark, by silence. The timings are all that keeps the
/// body apart from what stands around it.
/// </summary>
/// <param name="mark">The end mark, sent as a segment of its own.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class BodyUntilAttribute(string mark) : Attribute
{
    /// <summary>The end mark; empty when silence alone ends the body.</summary>
    public string Mark { get; } = mark;

    /// <summary>The pause that the writer makes on either side of the body; <c>"100ms"</c> unless said.</summary>
    public string Gap { get; set; } = "100ms";

    /// <summary>A mark that arrives alone, at least this long after the byte before it, ends the body; <c>"30ms"</c> unless said.</summary>
    public string After { get; set; } = "30ms";

    /// <summary>A mark at the end of a larger read ends the body after this long a silence; <c>"1s"</c> unless said.</summary>
    public string Quiet { get; set; } = "1s";

    /// <summary>The longest body, such as <c>"4GiB"</c>; unless said, the connection's max-body holds.</summary>
    public string? Max { get; set; }
}

/// <summary>The body is a file that the named field names. Prompts and <c>protokit call</c> read and write files by it.</summary>
/// <param name="field">The field that holds the name, by <c>nameof</c>.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FileAttribute(string field) : Attribute
{
    /// <summary>The field that holds the name.</summary>
    public string Field { get; } = field;
}

/// <summary>The value is never shown: not by <c>ToString</c>, not in a log, not in a trace.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SecretAttribute : Attribute;
