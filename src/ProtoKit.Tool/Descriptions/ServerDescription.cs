namespace ProtoKit.Tool.Descriptions;

/// <summary>A class that serves a protocol, and what <c>--set</c> gives it.</summary>
internal sealed record ServerDescription
{
    public string Class { get; set; } = "";

    /// <summary>Picked among several by <c>[Serves]</c>.</summary>
    public bool Chosen { get; set; }

    public IReadOnlyList<SettingDescription> Settings { get; set; } = [];
}

/// <summary>One <c>--set name=value</c>.</summary>
internal sealed record SettingDescription
{
    public string Name { get; set; } = "";

    public string Type { get; set; } = "text";

    public string? Default { get; set; }

    public bool Required { get; set; }

    public IReadOnlyList<string> Words { get; set; } = [];
}
