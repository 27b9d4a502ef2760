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

    /// <summary><c>text</c>, <c>binary</c>, or in an envelope <c>line</c> or <c>items</c>.</summary>
    public string Layout { get; set; } = "text";

    /// <summary>What tells a binary message from the others; null when nothing does.</summary>
    public long? Tag { get; set; }

    /// <summary>The server says it unasked.</summary>
    public bool Push { get; set; }

    /// <summary>A command that is an answer too.</summary>
    public bool AlsoReply { get; set; }

    /// <summary>The replies that a stream has; null when the command is answered once.</summary>
    public StreamDescription? Stream { get; set; }

    /// <summary>The states in which the command may come; empty: in each.</summary>
    public IReadOnlyList<string> Allow { get; set; } = [];

    /// <summary>The state after it; empty: the same.</summary>
    public string Next { get; set; } = "";

    /// <summary>When the command is answered; null: always.</summary>
    public WhenDescription? AnsweredWhen { get; set; }

    public IReadOnlyList<FieldDescription> Fields { get; set; } = [];

    public IReadOnlyList<StepDescription> Steps { get; set; } = [];

    /// <summary>The options and flags, which have no place of their own.</summary>
    [JsonIgnore]
    public IEnumerable<StepDescription> Options => Steps.Where(step => step.Step is "option" or "flag");

    [JsonIgnore]
    public bool IsBinary => Layout == "binary";

    /// <summary>Its words are the items of an envelope.</summary>
    [JsonIgnore]
    public bool IsEnveloped => Layout == "items";

    /// <summary>The server says it.</summary>
    [JsonIgnore]
    public bool IsSaidByServer => Kind is "reply" or "fault" || AlsoReply || Push;

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

    /// <summary>
    /// <c>text</c>, <c>bytes</c>, <c>bool</c>, <c>integer</c>, <c>real</c>, <c>time</c>, <c>enum</c>, <c>parsed</c>, <c>words</c>, <c>groups</c>, <c>lines</c>, <c>body</c>,
    /// <c>record</c>, <c>union</c> or <c>items</c>.
    /// </summary>
    public string Kind { get; set; } = "text";

    public bool Nullable { get; set; }

    public bool Secret { get; set; }

    /// <summary>The type of an item, or the name of the line record or of the group, of a list.</summary>
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
