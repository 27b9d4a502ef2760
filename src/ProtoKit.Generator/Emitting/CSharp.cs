using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Emitting;

/// <summary>Names and literals as C# spells them.</summary>
internal static class CSharp
{
    // Words that are no keywords but mean something where a type is declared or named.
    private static readonly HashSet<string> TypeWords =
    [
        "allows", "args", "async", "await", "dynamic", "extension", "field", "file", "global", "managed", "nameof", "nint", "notnull", "nuint",
        "partial", "record", "required", "scoped", "unmanaged", "value", "var", "when", "where", "yield",
    ];

    // The few of them that mean something at the beginning of a statement too.
    private static readonly HashSet<string> StatementWords =
        ["await", "dynamic", "extension", "nameof", "partial", "required", "scoped", "var", "yield"];

    /// <summary>The name of a type, with an <c>@</c> where it would be taken for something else.</summary>
    public static string Identifier(string name) => IsKeyword(name) || TypeWords.Contains(name) ? "@" + name : name;

    /// <summary>The name of a member or a local variable, with an <c>@</c> where it would be taken for something else.</summary>
    public static string Name(string name) => IsKeyword(name) || StatementWords.Contains(name) ? "@" + name : name;

    /// <summary>The full name of a type, from the global namespace.</summary>
    public static string Global(string fullName) => "global::" + Join(fullName.Split('.').Select(Identifier), ".");

    /// <summary>The member's name with a small first letter: how faults and prompts call it.</summary>
    public static string Camel(string member) => char.ToLowerInvariant(member[0]) + member.Substring(1);

    /// <summary>The name with a great first letter.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>A string literal. What cannot be seen in it is written as a number.</summary>
    public static string Text(string value) => Seen(SymbolDisplay.FormatLiteral(value, quote: true));

    /// <summary>A raw string literal that holds this line.</summary>
    public static string RawLine(string value)
    {
        var quotes = Quotes(value);
        return quotes + value + quotes;
    }

    /// <summary>A raw string literal that holds these lines.</summary>
    public static string Raw(string value)
    {
        var quotes = Quotes(value);
        return $"{quotes}\n{value}\n{quotes}";
    }

    /// <summary>A UTF-8 literal.</summary>
    public static string Utf8(string value) => Text(value) + "u8";

    /// <summary>A byte literal of an ASCII character.</summary>
    public static string Byte(char value) => "(byte)" + SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>Text for an XML comment: its marks escaped, on one line.</summary>
    public static string Comment(string value) => OneLine(value).Replace("&", "&amp;").Replace("<", "&lt;").Replace("]]>", "]]&gt;");

    /// <summary>Text for a comment: a space for what could end the line or change how the lines around it look, a ? for what is no character.</summary>
    public static string OneLine(string value)
    {
        var line = new StringBuilder(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (char.IsSurrogatePair(value, at)) line.Append(value, at++, 2);
            else if (char.IsSurrogate(value[at]) || value[at] is '\uFFFE' or '\uFFFF') line.Append('?');
            else line.Append(IsHidden(value[at]) ? ' ' : value[at]);
        }

        return line.ToString();
    }

    /// <summary>The items with a separator after all but the last.</summary>
    public static string Join(IEnumerable<string> items, string separator = ", ") => string.Join(separator, items);

    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The text with numbers for characters that only change how others look.</summary>
    public static string Seen(string text) => text.Any(IsFormat)
        ? string.Concat(text.Select(letter => IsFormat(letter) ? "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture) : letter.ToString()))
        : text;

    private static bool IsFormat(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    // More than the longest run in the text, and three at least.
    private static string Quotes(string value)
    {
        var (longest, run) = (2, 0);
        foreach (var letter in value)
        {
            run = letter == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', longest + 1);
    }

    private static bool IsKeyword(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
}
