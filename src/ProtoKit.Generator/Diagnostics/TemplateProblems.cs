using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0120 to PK0139: what a template says.</summary>
internal static class TemplateProblems
{
    public static readonly DiagnosticDescriptor NothingToSay = Error("PK0120", "A message puts something on the wire",
        "'{0}' has neither text nor fields, so nothing of it would be on the wire. Give it a template.");

    public static readonly DiagnosticDescriptor UnfitCharacter = Error("PK0121", "A template is printable text",
        "The template holds {0}, which cannot stand in a message's text. Remove it.");

    public static readonly DiagnosticDescriptor StraySpace = Error("PK0122", "One space stands between the parts of a template",
        "A {0} space stands here, which no reader of this wire accepts. Remove it.");

    public static readonly DiagnosticDescriptor Unencodable = Error("PK0123", "A template can be said in the wire's encoding",
        "'{0}' cannot be said in {1}. Choose another encoding or other text.");

    public static readonly DiagnosticDescriptor LoneBrace = Error("PK0124", "Braces in a template come in pairs",
        "This '{0}' has no partner. Close the field, or write '{0}{0}' for the character itself.");

    public static readonly DiagnosticDescriptor UnknownField = Error("PK0125", "A template names fields of its record",
        "'{0}' has no field '{1}'. Name one of its parameters.");

    public static readonly DiagnosticDescriptor WrongPath = Error("PK0126", "A template says .Count of a list and .Length of a body",
        "'{0}' cannot stand in a template. Write '{{{1}}}'.");

    public static readonly DiagnosticDescriptor LeftOut = Error("PK0127", "A template with braces names every field",
        "'{0}' does not stand in the template of '{1}', so it would never be sent. Write '{{{2}}}' where it belongs.");

    public static readonly DiagnosticDescriptor UsedTwice = Error("PK0128", "A field stands in a template once",
        "'{0}' stands in the template already. Remove one of the two.");

    public static readonly DiagnosticDescriptor NothingBetween = Error("PK0129", "Something stands between two fields",
        "Nothing stands between '{0}' and '{1}', so no reader can tell where one ends. Write a space between them.");

    public static readonly DiagnosticDescriptor TooLong = Error("PK0130", "A template fits its line",
        "The text of '{0}' has {1} bytes, but {2} says {3}. Shorten it or raise {2}.");
}
