using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Emitting;

/// <summary>Names and literals as C# spells them.</summary>
internal static class CSharp
{
    // Contextual keywords that mean something where a name may stand.
    private static readonly HashSet<string> Reserved =
        ["args", "async", "await", "dynamic", "field", "file", "global", "nameof", "partial", "record", "required", "scoped", "value", "var", "where", "yield"];

    /// <summary>The name, with an <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || Reserved.Contains(name) ? "@" + name : name;

    /// <summary>The name of a local variable or parameter for a member, apart from the names that the code around it has.</summary>
    public static string Local(string member, params string[] taken)
    {
        var name = Camel(member);
        return taken.Contains(name) ? name + "Value" : Identifier(name);
    }

    /// <summary>The member's name with a small first letter: how faults and prompts call it.</summary>
    public static string Camel(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    /// <summary>A string literal.</summary>
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A raw string literal that holds these lines.</summary>
    public static string Raw(string value)
    {
        var (longest, run) = (2, 0);
        foreach (var letter in value)
        {
            run = letter == '"' ? run + 1 : 0;
            longest = System.Math.Max(longest, run);
        }

        var quotes = new string('"', longest + 1);
        return $"{quotes}\n{value}\n{quotes}";
    }

    /// <summary>A UTF-8 literal.</summary>
    public static string Utf8(string value) => Text(value) + "u8";

    /// <summary>A byte literal of an ASCII character.</summary>
    public static string Byte(char value) => "(byte)" + SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>Text for an XML comment: its marks escaped, on one line.</summary>
    public static string Comment(string value) => OneLine(value).Replace("&", "&amp;").Replace("<", "&lt;");

    /// <summary>Text for a line comment: without anything that could end the line.</summary>
    public static string OneLine(string value) =>
        new(value.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\u0085' ? ' ' : letter).ToArray());

    /// <summary>The lines of a list, with a separator after all but the last.</summary>
    public static string Join(IEnumerable<string> items, string separator = ", ") => string.Join(separator, items);
}
