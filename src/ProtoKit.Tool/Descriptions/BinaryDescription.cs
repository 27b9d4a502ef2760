namespace ProtoKit.Tool.Descriptions;

/// <summary>How a number stands in bytes.</summary>
internal sealed record NumberDescription
{
    /// <summary><c>fixed</c>, <c>bits</c>, <c>varInt</c> or <c>digits</c>.</summary>
    public string Form { get; set; } = "fixed";

    public int Bits { get; set; }

    /// <summary><c>big</c> or <c>little</c>; empty: what the form has unless said.</summary>
    public string Order { get; set; } = "";

    public bool Signed { get; set; }

    public int MaxBytes { get; set; }

    public bool ZigZag { get; set; }

    public string End { get; set; } = "";

    /// <summary>The least significant byte, or group of seven bits, comes first.</summary>
    public bool IsLittle() => Order == "little" || (Order.Length == 0 && Form == "varInt");
}

/// <summary>How far a text, bytes or a list reaches.</summary>
internal sealed record ExtentDescription
{
    /// <summary><c>prefixed</c>, <c>fixed</c>, <c>terminated</c> or <c>rest</c>.</summary>
    public string Kind { get; set; } = "rest";

    public NumberDescription? Prefix { get; set; }

    public int Size { get; set; }

    public int Pad { get; set; }

    public string End { get; set; } = "";

    public string After { get; set; } = "";
}

/// <summary>An earlier field has to compare so. A bool is 0 or 1.</summary>
internal sealed record WhenDescription
{
    public string Member { get; set; } = "";

    public string Part { get; set; } = "";

    /// <summary><c>equal</c>, <c>notEqual</c>, <c>less</c> or <c>greater</c>.</summary>
    public string Comparison { get; set; } = "equal";

    public long Value { get; set; }
}

/// <summary>What a value has to be beyond its type; what is not said is null, empty, or 0.</summary>
internal sealed record RulesDescription
{
    /// <summary>In digits, as is <see cref="Most"/>.</summary>
    public string? Least { get; set; }

    public string? Most { get; set; }

    /// <summary>As they stand on the wire, or as the words of an enum.</summary>
    public IReadOnlyList<string> OneOf { get; set; } = [];

    public int MaxBytes { get; set; }

    public int AtLeast { get; set; }
}

/// <summary>The items of a stream of replies, and what ends it.</summary>
internal sealed record StreamDescription
{
    public string Item { get; set; } = "";

    public string End { get; set; } = "";
}

/// <summary>A record that is part of messages.</summary>
internal sealed record RecordDescription
{
    public string Name { get; set; } = "";

    public IReadOnlyList<FieldDescription> Fields { get; set; } = [];

    public IReadOnlyList<StepDescription> Steps { get; set; } = [];
}

/// <summary>One of several records, told by a tag of one byte.</summary>
internal sealed record UnionDescription
{
    public string Name { get; set; } = "";

    public IReadOnlyList<CaseDescription> Cases { get; set; } = [];
}

internal sealed record CaseDescription
{
    public string Name { get; set; } = "";

    public int Tag { get; set; }

    public IReadOnlyList<FieldDescription> Fields { get; set; } = [];

    public IReadOnlyList<StepDescription> Steps { get; set; } = [];
}
