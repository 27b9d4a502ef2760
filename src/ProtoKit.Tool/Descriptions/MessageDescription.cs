using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Descriptions;

/// <summary>One record of the protocol, with the steps that read and write it.</summary>
internal sealed record MessageDescription
{
    public string Name { get; set; } = "";

    /// <summary><c>command</c>, <c>reply</c>, <c>fault</c> or <c>line</c>.</summary>
    public string Kind { get; set; } = "";

    public string Template { get; set; } = "";

    public string Verb { get; set; } = "";

    /// <summary><c>whole</c>, <c>word</c> or <c>prefix</c>; empty for a message without a verb.</summary>
    public string Match { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>The record that answers this command; empty when nothing does.</summary>
    public string Reply { get; set; } = "";

    public bool OptionalReply { get; set; }

    public bool OneWay { get; set; }

    /// <summary>The command within which this one is said, and only there; empty for the others.</summary>
    public string Follows { get; set; } = "";

    public bool Closes { get; set; }

    /// <summary>The kind that a fault answers; empty for every kind that no other answers.</summary>
    public string Answers { get; set; } = "";

    /// <summary>The trouble with arguments that a fault answers; empty for any.</summary>
    public string Trouble { get; set; } = "";

    public IReadOnlyList<FieldDescription> Fields { get; set; } = [];

    public IReadOnlyList<StepDescription> Steps { get; set; } = [];

    /// <summary>The options and flags, which have no place of their own.</summary>
    [JsonIgnore]
    public IEnumerable<StepDescription> Options => Steps.Where(step => step.Step is "option" or "flag");

    public FieldDescription? Field(string name) =>
        Fields.FirstOrDefault(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The body that the message ends with; null when it has none.</summary>
    [JsonIgnore]
    public FieldDescription? Body => Fields.FirstOrDefault(member => member.Kind == "body");
}

/// <summary>One parameter of a message.</summary>
internal sealed record FieldDescription
{
    public string Name { get; set; } = "";

    public string Type { get; set; } = "";

    /// <summary><c>text</c>, <c>bytes</c>, <c>bool</c>, <c>integer</c>, <c>real</c>, <c>time</c>, <c>enum</c>, <c>parsed</c>, <c>words</c>, <c>groups</c>, <c>lines</c> or <c>body</c>.</summary>
    public string Kind { get; set; } = "text";

    public bool Nullable { get; set; }

    public bool Secret { get; set; }

    /// <summary>The type of a word, or the name of the line record or of the group, of a list.</summary>
    public string Item { get; set; } = "";

    public string ItemKind { get; set; } = "";

    public int MaxBytes { get; set; }

    /// <summary>The field that names the file that this body is; empty when it is none.</summary>
    public string File { get; set; } = "";

    /// <summary>What the value has to be beyond its type, or each item of a list.</summary>
    public RulesDescription Rules { get; set; } = new();

    /// <summary>The options that cannot be there together with this one.</summary>
    public IReadOnlyList<string> Excludes { get; set; } = [];
}

/// <summary>What a value has to be beyond its type; what is not said is null, empty, or 0.</summary>
internal sealed record RulesDescription
{
    /// <summary>In digits, as is <see cref="Most"/>.</summary>
    public string? Least { get; set; }

    public string? Most { get; set; }

    /// <summary>As they stand on the wire.</summary>
    public IReadOnlyList<string> OneOf { get; set; } = [];

    public int MaxBytes { get; set; }

    public int AtLeast { get; set; }
}

/// <summary>A record that is part of messages: a group of words.</summary>
internal sealed record RecordDescription
{
    public string Name { get; set; } = "";

    public IReadOnlyList<FieldDescription> Fields { get; set; } = [];

    public IReadOnlyList<StepDescription> Steps { get; set; } = [];
}

/// <summary>One step of a wire; which members count depends on <see cref="Step"/>.</summary>
internal sealed record StepDescription
{
    /// <summary><c>literal</c>, <c>slot</c>, <c>words</c>, <c>groups</c>, <c>option</c>, <c>flag</c>, <c>count</c>, <c>length</c>, <c>end</c>, <c>lines</c>, <c>body</c> or <c>bodyUntil</c>.</summary>
    public string Step { get; set; } = "";

    public string Text { get; set; } = "";

    public string Field { get; set; } = "";

    /// <summary><c>word</c>, <c>quoted</c> or <c>rest</c>.</summary>
    public string Form { get; set; } = "word";

    /// <summary>A space stands before it.</summary>
    public bool Lead { get; set; }

    public bool Optional { get; set; }

    public string Stop { get; set; } = "";

    public string Line { get; set; } = "";

    /// <summary>The word of an option or a flag.</summary>
    public string Word { get; set; } = "";

    /// <summary>The record of a group.</summary>
    public string Record { get; set; } = "";

    public string? Until { get; set; }

    public string Mark { get; set; } = "";

    /// <summary>Milliseconds, as are <see cref="After"/> and <see cref="Quiet"/>.</summary>
    public int Gap { get; set; }

    public int After { get; set; }

    public int Quiet { get; set; }

    /// <summary>Bytes; 0 or less when only the connection's own limit holds.</summary>
    public long Max { get; set; }
}
