using System.Text.Json;

namespace ProtoKit.Tool.Serving;

/// <summary>One line of the server process, as far as it can be understood.</summary>
internal sealed class ServeEvent
{
    private readonly JsonElement root;

    private ServeEvent(string line, JsonElement root)
    {
        Line = line;
        this.root = root;
    }

    /// <summary>The line as it came, for <c>--json</c>.</summary>
    public string Line { get; }

    public string Type => Text("type");

    /// <summary>Null when the line is no JSON object.</summary>
    public static ServeEvent? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? new ServeEvent(line, document.RootElement.Clone()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member as text, numbers too; empty when it is not there.</summary>
    public string Text(string member) => root.TryGetProperty(member, out var value) ? value.ToString() : "";

    public long Number(string member, long otherwise = 0) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : otherwise;

    /// <summary>A member that is a list of texts; empty when it is not there.</summary>
    public IReadOnlyList<string> Texts(string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.ToString())] : [];

    /// <summary>A member that is a list of objects; empty when it is not there.</summary>
    public IReadOnlyList<ServeEvent> Items(string member) => root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => new ServeEvent(item.GetRawText(), item))]
        : [];

    /// <summary>A member that is an object, as <c>name=value</c> words; empty when it is not there.</summary>
    public string Fields(string member) => root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Object
        ? string.Join(' ', value.EnumerateObject().Select(field => $"{field.Name}={field.Value}"))
        : "";
}
