using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ProtoKit.CodeFixes;

/// <summary>Names, sizes and times that are written almost right. What could mean two things is not touched.</summary>
internal static class ValueChanges
{
    private static readonly Dictionary<string, string> Sizes = new()
    {
        ["b"] = "B", ["byte"] = "B", ["bytes"] = "B",
        ["k"] = "KiB", ["kb"] = "KiB", ["kib"] = "KiB", ["m"] = "MiB", ["mb"] = "MiB", ["mib"] = "MiB", ["g"] = "GiB", ["gb"] = "GiB", ["gib"] = "GiB",
    };

    // A number alone may be seconds or milliseconds.
    private static readonly Dictionary<string, string> Times = new()
    {
        ["ms"] = "ms", ["s"] = "s", ["sec"] = "s", ["second"] = "s", ["seconds"] = "s", ["m"] = "m", ["min"] = "m", ["minute"] = "m", ["minutes"] = "m",
        ["h"] = "h", ["hour"] = "h", ["hours"] = "h",
    };

    public static IEnumerable<TextChange> Size(Trouble trouble) => Quantity(trouble, Sizes);

    public static IEnumerable<TextChange> Time(Trouble trouble) => Quantity(trouble, Times);

    public static IEnumerable<TextChange> Name(Trouble trouble)
    {
        var name = Regex.Replace(Value(trouble).Trim(), "(?<=[a-z0-9])(?=[A-Z])|[ _.]+", "-").ToLowerInvariant();
        return Regex.IsMatch(name, "^[a-z][a-z0-9-]*$") ? [new(trouble.Span, $"\"{name}\"")] : [];
    }

    private static IEnumerable<TextChange> Quantity(Trouble trouble, Dictionary<string, string> units)
    {
        var written = Regex.Match(Value(trouble), "^ *0*(?<number>[0-9]{1,9}) *(?<unit>[A-Za-z]+) *$");
        if (!written.Success || !units.TryGetValue(written.Groups["unit"].Value.ToLowerInvariant(), out var unit)) return [];
        var right = $"\"{written.Groups["number"].Value}{unit}\"";
        return right == trouble.Marked ? [] : [new(trouble.Span, right)];
    }

    private static string Value(Trouble trouble) => trouble.Around<LiteralExpressionSyntax>()?.Token.ValueText ?? "";
}
