using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

/// <summary>One record of the protocol, with the steps that read and write it.</summary>
internal sealed record MessageDescription
{
    public string Name { get; init; } = "";

    /// <summary><c>command</c>, <c>reply</c>, <c>fault</c> or <c>line</c>.</summary>
    public string Kind { get; init; } = "";

    public string Template { get; init; } = "";

    public string Verb { get; init; } = "";

    /// <summary><c>whole</c>, <c>word</c> or <c>prefix</c>; empty for a message without a verb.</summary>
    public string Match { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>The record that answers this command; empty when nothing does.</summary>
    public string Reply { get; init; } = "";

    public bool OptionalReply { get; init; }

    public bool OneWay { get; init; }

    /// <summary>The command within which this one is said, and only there; empty for the others.</summary>
    public string Follows { get; init; } = "";

    public bool Closes { get; init; }

    /// <summary>The kind that a fault answers; empty for every kind that no other answers.</summary>
    public string Answers { get; init; } = "";

    public IReadOnlyList<FieldDescription> Fields { get; init; } = [];

    public IReadOnlyList<StepDescription> Steps { get; init; } = [];

    public FieldDescription? Field(string name) =>
        Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The body that the message ends with; null when it has none.</summary>
    [JsonIgnore]
    public FieldDescription? Body => Fields.FirstOrDefault(member => member.Kind == "body");
}

/// <summary>One parameter of a message.</summary>
internal sealed record FieldDescription
{
    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    /// <summary><c>text</c>, <c>bytes</c>, <c>bool</c>, <c>integer</c>, <c>real</c>, <c>time</c>, <c>enum</c>, <c>parsed</c>, <c>words</c>, <c>lines</c> or <c>body</c>.</summary>
    public string Kind { get; init; } = "text";

    public bool Nullable { get; init; }

    public bool Secret { get; init; }

    /// <summary>The type of a word, or the name of the line record, of a list.</summary>
    public string Item { get; init; } = "";

    public string ItemKind { get; init; } = "";

    public int MaxBytes { get; init; }

    /// <summary>The field that names the file that this body is; empty when it is none.</summary>
    public string File { get; init; } = "";
}

/// <summary>One step of a wire; which members count depends on <see cref="Step"/>.</summary>
internal sealed record StepDescription
{
    /// <summary><c>literal</c>, <c>slot</c>, <c>words</c>, <c>count</c>, <c>length</c>, <c>end</c>, <c>lines</c>, <c>body</c> or <c>bodyUntil</c>.</summary>
    public string Step { get; init; } = "";

    public string Text { get; init; } = "";

    public string Field { get; init; } = "";

    /// <summary><c>word</c>, <c>quoted</c> or <c>rest</c>.</summary>
    public string Form { get; init; } = "word";

    /// <summary>A space stands before it.</summary>
    public bool Lead { get; init; }

    public bool Optional { get; init; }

    public string Stop { get; init; } = "";

    public string Line { get; init; } = "";

    public string? Until { get; init; }

    public string Mark { get; init; } = "";

    /// <summary>Milliseconds, as are <see cref="After"/> and <see cref="Quiet"/>.</summary>
    public int Gap { get; init; }

    public int After { get; init; }

    public int Quiet { get; init; }

    /// <summary>Bytes; 0 or less when only the connection's own limit holds.</summary>
    public long Max { get; init; }
}
