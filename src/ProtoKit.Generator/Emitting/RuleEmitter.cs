using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting;

/// <summary>The rules of a field as C# conditions, each with what is wrong when it does not hold: the same for whoever reads and whoever writes.</summary>
internal static class RuleEmitter
{
    /// <summary>Statements that judge a value that was read.</summary>
    public static string Read(Spelling spelling, FieldModel field, string value) => Statements("fields", Of(spelling, field, value, mayBeNull: false), field);

    /// <summary>Statements that judge a value before it is written; null keeps every rule.</summary>
    public static string Write(Spelling spelling, FieldModel field, string value, bool mayBeNull = false) =>
        Statements("writer", Of(spelling, field, value, mayBeNull), field);

    /// <summary>A statement that judges the length of a list that was read; empty when nothing does.</summary>
    public static string ReadCount(FieldModel field, string list) => Count("fields.Enough", field, list);

    /// <summary>A statement that judges the length of a list before it is written; empty when nothing does.</summary>
    public static string WriteCount(FieldModel field, string list) => Count("writer.Rule", field, list);

    /// <summary>The rules of a value; of a list's item, when the field is a list. AtLeast is not among them.</summary>
    /// <param name="spelling">How types are named.</param>
    /// <param name="field">The field.</param>
    /// <param name="value">The expression that is judged.</param>
    /// <param name="mayBeNull">The expression can be null, which keeps every rule.</param>
    public static IEnumerable<(string Condition, string Reason)> Of(Spelling spelling, FieldModel field, string value, bool mayBeNull)
    {
        var rules = field.Rules;
        var isList = field.IsList;
        var (kind, type) = isList ? (field.ItemKind, field.Item!) : (field.Kind, field.Type);
        var orNull = mayBeNull ? "null or " : "";
        if (rules is { Least: { } least, Most: { } most })
        {
            var range = $">= {Number(least, type)} and <= {Number(most, type)}";
            yield return ($"{value} is {(mayBeNull ? $"null or ({range})" : range)}", $"is not between {least} and {most}");
        }

        if (rules.OneOf.Count > 0)
        {
            var choices = CSharp.Join(rules.OneOf.Select(choice => Constant(spelling, kind, type, choice)), " or ");
            yield return ($"{value} is {orNull}{choices}", "is none of " + CSharp.Join(Shown(spelling, kind, type, rules)));
        }

        if (rules.MaxBytes is { } bytes) yield return ($"FieldWriter.Within({value}, {CSharp.Number(bytes)})", $"has more than {CSharp.Number(bytes)} byte{(bytes == 1 ? "" : "s")}");
    }

    /// <summary>The values of [OneOf] as they stand on the wire.</summary>
    public static IEnumerable<string> Shown(Spelling spelling, FieldKind kind, string type, RulesModel rules) => kind == FieldKind.Enum
        ? rules.OneOf.Select(member => spelling.WordOf(type, member))
        : rules.OneOf;

    private static string Count(string method, FieldModel field, string list)
    {
        if (field.Rules.AtLeast is not { } fewest) return "";
        var holds = $"{list} is {(field.Nullable ? "null or " : "")}{{ Count: >= {CSharp.Number(fewest)} }}";
        var reason = $"has fewer than {CSharp.Number(fewest)} item{(fewest == 1 ? "" : "s")}";
        return $"{method}({holds}, {Name(field)}, {CSharp.Text(reason)});";
    }

    private static string Statements(string on, IEnumerable<(string Condition, string Reason)> rules, FieldModel field) =>
        CSharp.Join(rules.Select(rule => $"{on}.Rule({rule.Condition}, {Name(field)}, {CSharp.Text(rule.Reason)});"), "\n");

    private static string Constant(Spelling spelling, FieldKind kind, string type, string value) => kind switch
    {
        FieldKind.Text => CSharp.Text(value),
        FieldKind.Enum => $"{spelling.Type(type)}.{CSharp.Name(value)}",
        _ => Number(value, type),
    };

    private static string Number(string digits, string type) => type switch
    {
        "float" => digits + "f",
        "double" => digits + "d",
        "decimal" => digits + "m",
        _ => digits,
    };

    private static string Name(FieldModel field) => CSharp.Text(CSharp.Camel(field.Name));
}
