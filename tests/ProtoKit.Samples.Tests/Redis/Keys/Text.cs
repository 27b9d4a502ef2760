using ProtoKit;

namespace Samples.Redis.Tests;

/// <summary>Short words for byte strings.</summary>
internal static class Text
{
    public static Bytes B(string text) => Bytes.Of(text);

    public static Bytes[] Bs(params string[] texts) => [.. texts.Select(Bytes.Of)];

    public static string? Of(byte[]? bytes) => bytes is null ? null : System.Text.Encoding.UTF8.GetString(bytes);

    public static string? Of(Bytes? bytes) => bytes is { } some ? System.Text.Encoding.UTF8.GetString(some.Span) : null;

    public static string Of(IEnumerable<byte[]> items) => string.Join(' ', items.Select(Of));
}
