using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0201 to PK0229: what a field is and where it stands.</summary>
internal static class FieldProblems
{
    public static readonly DiagnosticDescriptor UnsupportedType = Error("PK0201", "A field has a type that a wire can carry",
        "'{0}' is of type '{1}', which no wire can carry. {2}.");

    public static readonly DiagnosticDescriptor TypeNotFound = Error("PK0202", "The type of a field exists",
        "The type '{0}' of '{1}' was not found, so the protocol gets no code until it is. Declare it or add its using.");

    public static readonly DiagnosticDescriptor AfterRest = Error("PK0203", "Nothing stands after a [Rest] field",
        "'{0}' comes after the [Rest] field '{1}', so it can never be read. Move [Rest] to the last parameter.");

    public static readonly DiagnosticDescriptor AfterOptional = Error("PK0204", "Optional fields come last",
        "'{0}' comes after the optional field '{1}', so a missing '{1}' could not be noticed. Move '{1}' to the end or drop its '?'.");

    public static readonly DiagnosticDescriptor AfterWords = Error("PK0205", "A list of words comes last",
        "'{0}' comes after '{1}', which takes all remaining words, so it can never be read. Move '{1}' to the end.");

    public static readonly DiagnosticDescriptor MisplacedAttribute = Error("PK0206", "A field attribute fits the field's type",
        "[{0}] does not fit '{1}', which is {2}. It is for {3}.");

    public static readonly DiagnosticDescriptor Contradiction = Error("PK0207", "Field attributes agree with each other",
        "'{0}' has {1} and {2}, which contradict each other. Keep one.");

    public static readonly DiagnosticDescriptor CannotBeAbsent = Error("PK0208", "A body, a list or a flag is always there",
        "'{0}' is {1}, which cannot be absent. Drop the '?'.");

    public static readonly DiagnosticDescriptor BodyNotLast = Error("PK0209", "A body is the last field",
        "'{0}' comes after the body '{1}', but a body ends its message. Move '{1}' to the end.");

    public static readonly DiagnosticDescriptor SecondTail = Error("PK0210", "One body or list follows a line",
        "'{0}' and '{1}' would both follow the line. Keep one, and send the other in a message of its own.");

    public static readonly DiagnosticDescriptor EndlessBody = Error("PK0211", "A body says where it ends",
        "Nothing says where the body '{0}' ends. Add [BodyLength]{1}.");

    public static readonly DiagnosticDescriptor NotALine = Error("PK0212", "[Lines] is a list of [Line] records",
        "The items of '{0}' are '{1}', which is not a [Line] record of '{2}'. Declare it there with [Line].");

    public static readonly DiagnosticDescriptor WrongWire = Error("PK0213", "A field attribute fits the wire",
        "[{0}] has no meaning on {1}. {2}.");

    public static readonly DiagnosticDescriptor ByReference = Error("PK0214", "A field is an ordinary parameter",
        "'{0}' is a '{1}' parameter, which a field cannot be. Remove '{1}'.");

    public static readonly DiagnosticDescriptor BytesInLegacyText = Error("PK0215", "Bytes need a wire in UTF-8 or ASCII",
        "'{0}' is Bytes, but this wire's text is in {1}, where a byte is not a character. Make it a string.");

    public static readonly DiagnosticDescriptor TailHere = Error("PK0216", "Lines and faults have no body",
        "'{0}' is {1}, which a {2} cannot have. Move it to a reply or a command.");

    public static readonly DiagnosticDescriptor NoSuchFileName = Error("PK0217", "[File] names the field that holds the file's name",
        "[File] names '{0}', which is a field neither of '{1}' nor of a command that it answers. Name one with nameof.");

    public static readonly DiagnosticDescriptor UnfitUntil = Error("PK0218", "An end mark is text of the wire",
        "The end mark holds {0}, which cannot stand in {1}. Choose another mark.");
}
