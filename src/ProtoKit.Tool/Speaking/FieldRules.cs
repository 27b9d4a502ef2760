using System.Globalization;
using ProtoKit.Tool.Descriptions;

namespace ProtoKit.Tool.Speaking;

/// <summary>The rules that a field declares beyond its type, as the emitted code judges them.</summary>
internal static class FieldRules
{
    /// <summary>What is wrong with a value, or an item of a list; null when nothing is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The value as it stands on the wire.</param>
    /// <param name="bytes">Its length there.</param>
    public static string? Broken(FieldDescription field, string text, int bytes)
    {
        var rules = field.Rules;
        var kind = field.Item.Length > 0 ? field.ItemKind : field.Kind;
        if (rules.MaxBytes > 0 && bytes > rules.MaxBytes) return $"has more than {rules.MaxBytes} bytes";
        if (rules.OneOf.Count > 0 && !rules.OneOf.Any(one => IsSame(one, text, kind))) return $"is none of {string.Join(", ", rules.OneOf)}";
        var isOut = rules is { Least: { } least, Most: { } most } && Number(text) is { } number && (number < Number(least) || number > Number(most));
        return isOut ? $"is not between {rules.Least} and {rules.Most}" : null;
    }

    private static bool IsSame(string one, string text, string kind) => kind is "integer" or "real" ? Number(one) == Number(text) : one == text;

    // Whole numbers exactly, all others as nearly as a double holds them.
    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
