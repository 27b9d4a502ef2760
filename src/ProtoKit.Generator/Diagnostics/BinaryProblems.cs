using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0260 to PK0279: fields of bytes, headers and unions.</summary>
internal static class BinaryProblems
{
    public static readonly DiagnosticDescriptor NoExtent = Error("PK0260", "A string, bytes or list says how long it is",
        "Nothing says how long '{0}' is. Add {1}.");

    public static readonly DiagnosticDescriptor WrongConstant = Error("PK0261", "A constant is of its field's type",
        "{0} is no value of '{1}'. Write a constant of its type.");

    public static readonly DiagnosticDescriptor BrokenByte = Error("PK0262", "Fields of bits end at a whole byte",
        "Only {1} bits of a byte stand before '{0}'. Fill the byte up, such as with [Bits(n), Expect(0)] byte Reserved.");

    public static readonly DiagnosticDescriptor NeverAbsent = Error("PK0263", "A nullable field says when it is there",
        "'{0}' can be null, but nothing on the wire would say so. Add [When(...)], or drop the '?'.");

    public static readonly DiagnosticDescriptor NotNullable = Error("PK0264", "A field with [When] is nullable",
        "'{0}' may be absent, but its type cannot say so. Add a '?'.");

    public static readonly DiagnosticDescriptor NoSuchCondition = Error("PK0265", "A condition names an earlier field",
        "'{0}' depends on '{1}', which is no number, bool or enum before it. Name one with nameof.");

    public static readonly DiagnosticDescriptor EndlessRecord = Error("PK0266", "A record does not hold itself",
        "'{0}' holds itself, so that it would never end. Use a [Union] for nested values.");

    public static readonly DiagnosticDescriptor BadHeader = Error("PK0267", "A header has a tag at a fixed place",
        "'{0}' cannot be a header: {1}. {2}.");

    public static readonly DiagnosticDescriptor NoSuchHeaderField = Error("PK0268", "A message names a field of the header",
        "'{0}' is no field of the header{1}. Name one with nameof.");

    public static readonly DiagnosticDescriptor HeaderMismatch = Error("PK0269", "What stands for a field of the header is as wide as it",
        "'{0}' has {1}, but '{2}' of the header has {3}. Give them the same width.");

    public static readonly DiagnosticDescriptor BadTag = Error("PK0270", "A tag fits its place",
        "{0} is no tag of '{1}': {2}. Choose another.");

    public static readonly DiagnosticDescriptor SameTag = Error("PK0271", "Each message has its own tag",
        "'{0}' and '{1}' both have the tag {2}, so one of them could never be read. Change one.");

    public static readonly DiagnosticDescriptor BadUnion = Error("PK0272", "A union is an abstract partial record with cases",
        "'{0}' cannot be a union: {1}. {2}.");

    public static readonly DiagnosticDescriptor BadEnvelope = Error("PK0273", "An envelope is a list of blocks of bytes",
        "'{0}' cannot be an envelope: {1}. {2}.");

    public static readonly DiagnosticDescriptor WrongFraming = Error("PK0274", "A wire has one framing that fits it",
        "[{0}] {1}. {2}.");

    public static readonly DiagnosticDescriptor NoCodeForAll = Error("PK0275", "Some code stands for every kind of fault",
        "No member of the enum of '{0}' stands for the kinds that no other does. Mark one with [Answers(FaultKind.Any)].");
}
