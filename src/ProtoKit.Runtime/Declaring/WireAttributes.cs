namespace ProtoKit;

/// <summary>What ends a line of a text wire.</summary>
public enum NewLine
{
    /// <summary>Writes CR LF; reads CR LF or LF. A CR that no LF follows is an error.</summary>
    CrLf,

    /// <summary>Writes and reads LF. A CR is data.</summary>
    Lf,

    /// <summary>Reads CR LF or LF, and ends an answer as the question ended. A CR elsewhere is data.</summary>
    AsReceived,
}

/// <summary>Messages are lines of text.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TextWireAttribute : Attribute
{
    /// <summary>The most bytes before a line end, such as <c>"4KiB"</c>, the default.</summary>
    public string MaxLine { get; set; } = "4KiB";

    /// <summary>The most words after a verb; 16 unless said.</summary>
    public int MaxArguments { get; set; } = 16;

    /// <summary>What ends a line.</summary>
    public NewLine NewLine { get; set; }

    /// <summary>Verbs match in any case of ASCII letters.</summary>
    public bool IgnoreCase { get; set; }

    /// <summary>The encoding's name; <c>utf-8</c> unless said. It must agree with ASCII on the line end.</summary>
    public string Encoding { get; set; } = "utf-8";
}

/// <summary>
/// A message is whatever one read returned. For speaking with programs that never framed anything; whoever has a choice takes a wire
/// with frames, since here two messages that arrive together are one, and one that arrives in pieces is several.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class UnframedWireAttribute : Attribute
{
    /// <summary>The most bytes that one read takes; 1024 unless said.</summary>
    public int ReadSize { get; set; } = 1024;

    /// <summary>The encoding's name; <c>utf-8</c> unless said.</summary>
    public string Encoding { get; set; } = "utf-8";
}
