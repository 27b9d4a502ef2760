namespace ProtoKit.Tool.Descriptions;

/// <summary>A class that serves a protocol, and what <c>--set</c> gives it.</summary>
internal sealed record ServerDescription
{
    public string Class { get; init; } = "";

    /// <summary>Picked among several by <c>[Serves]</c>.</summary>
    public bool Chosen { get; init; }

    public IReadOnlyList<SettingDescription> Settings { get; init; } = [];
}

/// <summary>One <c>--set name=value</c>.</summary>
internal sealed record SettingDescription
{
    public string Name { get; init; } = "";

    public string Type { get; init; } = "text";

    public string? Default { get; init; }

    public bool Required { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];
}
