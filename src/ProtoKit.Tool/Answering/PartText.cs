using ProtoKit.Tool.Describing;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Answering;

/// <summary>Records, unions and lists of them for a person, as redis-cli shows what it hears.</summary>
internal static class PartText
{
    private const string Nil = "(nil)";

    /// <summary>A value that stands alone: a list is numbered, one line or more for each item.</summary>
    public static IReadOnlyList<string> Lines(object? value) => value switch
    {
        PartValue { Fields: [{ Secret: false } only] } part when Label(part) is var label =>
            [.. Lines(part.Values.GetValueOrDefault(only.Name)).Select((line, at) => at == 0 ? label + line : line)],
        IReadOnlyList<PartValue> { Count: 0 } => ["(empty)"],
        IReadOnlyList<PartValue> items => [.. items.SelectMany(Numbered)],
        PartValue part => [Label(part) + Members(part)],
        _ => [Inline(value)],
    };

    /// <summary>A value among others.</summary>
    public static string Inline(object? value) => value switch
    {
        null => Nil,
        string text => Printable.Of(text),
        IEnumerable<string> words => Printable.Of(string.Join(' ', words)),
        IReadOnlyList<PartValue> items => $"[{string.Join(", ", items.Select(Inline))}]",
        PartValue { Fields: [{ Secret: false } only] } part => Label(part) + Inline(part.Values.GetValueOrDefault(only.Name)),
        PartValue part => $"{Label(part)}{{{Members(part)}}}",
        _ => "",
    };

    private static IEnumerable<string> Numbered(PartValue item, int index)
    {
        var number = $"{index + 1}) ";
        return Lines(item).Select((line, at) => (at == 0 ? number : new string(' ', number.Length)) + line);
    }

    private static string Members(PartValue part) => string.Join(' ', part.Fields
        .Where(field => field.Secret || part.Values.GetValueOrDefault(field.Name) is not null)
        .Select(field => $"{Grammar.FieldName(field.Name)}={(field.Secret ? "***" : Inline(part.Values.GetValueOrDefault(field.Name)))}"));

    // The first text and the first bytes of a union are what one expects; all else says which case it is.
    private static string Label(PartValue part)
    {
        if (part.Union is null) return "";
        var isPlain = part.Fields is [{ Kind: "text" or "bytes" or "items" } only]
            && part.Union.Cases.First(one => one.Fields is [var field] && field.Kind == only.Kind).Name == part.Name;
        return isPlain ? "" : $"({part.Name.ToLowerInvariant()}) ";
    }
}
