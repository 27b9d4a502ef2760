using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProtoKit.Reference;

/// <summary>What a value has to be beyond its type, as the description says it; what it does not say is null, empty, or 0.</summary>
public sealed record DescribedRules(string? Least, string? Most, IReadOnlyList<string> OneOf, int MaxBytes, int AtLeast)
{
    /// <summary>Anything goes.</summary>
    public static DescribedRules None { get; } = new(null, null, [], 0, 0);

    internal static DescribedRules Of(JsonElement rules) => new(
        rules.TryGetProperty("least", out var least) ? least.GetString() : null,
        rules.TryGetProperty("most", out var most) ? most.GetString() : null,
        rules.TryGetProperty("oneOf", out var oneOf) ? [.. oneOf.EnumerateArray().Select(one => one.GetString()!)] : [],
        rules.TryGetProperty("maxBytes", out var maxBytes) ? maxBytes.GetInt32() : 0,
        rules.TryGetProperty("atLeast", out var atLeast) ? atLeast.GetInt32() : 0);

    /// <summary>The canonical bytes of a value keep the rules.</summary>
    internal bool Allow(byte[] value, string kind, string type, Twist twist)
    {
        var looser = twist == Twist.LooserRules ? 1 : 0;
        if (MaxBytes > 0 && value.Length > MaxBytes + looser) return false;
        if (OneOf.Count > 0 && twist != Twist.AnyChoice && !OneOf.Any(one => Same(Encoding.UTF8.GetBytes(one), value, kind, type))) return false;
        return Least is null || (Compare(value, Least, type) >= 0 && Compare(value, Most!, type) <= looser);
    }

    private static bool Same(byte[] one, byte[] other, string kind, string type) => kind is "integer" or "real"
        ? Compare(other, Encoding.ASCII.GetString(one), type) == 0
        : one.SequenceEqual(other);

    // By value, in the field's own type.
    private static double Compare(byte[] value, string bound, string type)
    {
        var text = Encoding.ASCII.GetString(value);
        return type switch
        {
            "float" => float.Parse(text, CultureInfo.InvariantCulture) - float.Parse(bound, CultureInfo.InvariantCulture),
            "double" => double.Parse(text, CultureInfo.InvariantCulture) - double.Parse(bound, CultureInfo.InvariantCulture),
            _ => (double)(Wide(text) - Wide(bound)),
        };
    }

    // The difference of two has to fit.
    private static decimal Wide(string text) => Math.Clamp(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture), -1e27m, 1e27m);
}
