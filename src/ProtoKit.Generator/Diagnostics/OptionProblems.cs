using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0219 to PK0229: options, flags, and groups of words.</summary>
internal static class OptionProblems
{
    public static readonly DiagnosticDescriptor CannotBeNull = Error("PK0219", "An option can be absent",
        "'{0}' is an option, which may be absent, but '{1}' has no value for that. Make it '{1}?'.");

    public static readonly DiagnosticDescriptor InTemplate = Error("PK0220", "Options follow a template without braces",
        "'{0}' is an option, which has no place of its own, but the template of '{1}' has braces. Write it without braces.");

    public static readonly DiagnosticDescriptor SameWord = Error("PK0221", "Each option has its own word",
        "'{0}' and '{1}' both have the word \"{2}\"{3}. Change one of them.");

    public static readonly DiagnosticDescriptor Ambiguous = Error("PK0222", "An option can be told from the field before it",
        "'{0}' may be absent and could hold \"{2}\", the word of '{1}', so no reader could tell which of the two is meant. "
        + "Make '{0}' an option too, or give it a type that cannot hold that word.");

    public static readonly DiagnosticDescriptor ExcludesNothing = Error("PK0223", "[Excludes] names other options of its message",
        "'{0}' excludes '{1}', which is no other option or flag of '{2}'. Name one with nameof.");

    public static readonly DiagnosticDescriptor NotLast = Error("PK0224", "Options come last",
        "'{0}' comes after the option '{1}', but options stand behind all other fields. Move '{0}' before '{1}'.");

    public static readonly DiagnosticDescriptor WordUnfit = Error("PK0225", "The word of an option is one word",
        "The word \"{0}\" of '{1}' {2}, so it cannot stand on the wire as one word. Choose another.");

    public static readonly DiagnosticDescriptor First = Error("PK0226", "Something stands before the options",
        "The option '{0}' can be the first on its line, where no space comes before it. Give the message a text.");

    public static readonly DiagnosticDescriptor NotAGroup = Error("PK0227", "A group is a record of single words",
        "The items of '{0}' are '{1}', which is no group of words: {2}. Give it fields of one word each that are always there.");
}
