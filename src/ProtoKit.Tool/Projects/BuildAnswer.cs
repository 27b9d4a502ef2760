using System.Text.Json.Serialization;

namespace ProtoKit.Tool.Projects;

/// <summary>What <c>dotnet build -getProperty -getItem -getTargetResult</c> prints.</summary>
internal sealed record BuildAnswer(
    Dictionary<string, string>? Properties,
    Dictionary<string, IReadOnlyList<BuildItem>>? Items,
    Dictionary<string, BuildTarget>? TargetResults)
{
    /// <summary>A property's value; empty when it has none.</summary>
    public string this[string property] => Properties?.GetValueOrDefault(property) ?? "";

    public IEnumerable<string> ItemsOf(string type) => Items?.GetValueOrDefault(type)?.Select(item => item.Identity) ?? [];
}

internal sealed record BuildItem(string Identity);

internal sealed record BuildTarget(string Result);

[JsonSerializable(typeof(BuildAnswer))]
internal sealed partial class BuildJson : JsonSerializerContext;
