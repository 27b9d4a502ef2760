using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Probing;

/// <summary>What a probe found.</summary>
/// <param name="Command">What was said; null when there was nothing harmless to say, so that only the connection is known.</param>
/// <param name="Fault">How the server refused it; null when it did not.</param>
internal sealed record Verdict(bool Ok, string Protocol, string? Command, TimeSpan? Reply, string? Fault)
{
    public string ToText(string url, TimeSpan connect)
    {
        var says = Command is null ? $"{(Ok ? "accepts connections" : "cannot be told without an answer")}; {Protocol} has nothing harmless to ask" : Ok ? $"speaks {Protocol}" : "refused";
        var times = $"connect {Milliseconds(connect)}" + (Reply is { } reply ? $", {Command!.ToLowerInvariant()} {Milliseconds(reply)}" : "");
        return Printable.Of($"{(Ok ? "ok" : "no")} {url} {says} ({times}){(Fault is null ? "" : $": {Fault}")}");
    }

    public string ToJson(string url, TimeSpan connect) => JsonSerializer.Serialize(
        new VerdictDocument(1, "probe", Ok, url, Protocol, Rounded(connect), Command, Reply is { } reply ? Rounded(reply) : null, Fault),
        VerdictJson.Default.VerdictDocument);

    private static double Rounded(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";
}

internal sealed record VerdictDocument(
    int V, string Type, bool Ok, string Url, string Protocol, double ConnectMs, string? Command, double? ReplyMs, string? Fault);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VerdictDocument))]
internal sealed partial class VerdictJson : JsonSerializerContext;
