using System.Text.Json;

namespace ProtoKit.Hosting;

/// <summary>What the tool asks the user's process to serve: the first line of the control stream. 0 workers: it was not said how many.</summary>
internal sealed record ServeOrder(
    IReadOnlyList<(string? Protocol, string Url)> Listen,
    IReadOnlyList<string> Protocols,
    string Model,
    IReadOnlyList<string> Set,
    IReadOnlyList<string> Limit,
    TimeSpan Drain,
    string Trace,
    bool BindAny,
    int Workers)
{
    public static ServeOrder Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        return new ServeOrder(
            [.. Items(root, "listen").Select(one => (Text(one, "protocol"), Text(one, "url") ?? ""))],
            Texts(root, "protocols"),
            Text(root, "model") ?? "async",
            Texts(root, "set"),
            Texts(root, "limit"),
            root.TryGetProperty("drainMs", out var drain) ? TimeSpan.FromMilliseconds(drain.GetDouble()) : Limits.Default.Drain,
            Text(root, "trace") ?? "off",
            root.TryGetProperty("bindAny", out var any) && any.GetBoolean(),
            root.TryGetProperty("workers", out var workers) ? workers.GetInt32() : 0);
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    private static string[] Texts(JsonElement element, string name) => [.. Items(element, name).Select(item => item.GetString() ?? "")];
}
