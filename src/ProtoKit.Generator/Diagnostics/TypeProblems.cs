using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0230 to PK0249: tokens and enums.</summary>
internal static class TypeProblems
{
    public static readonly DiagnosticDescriptor TokenShape = Error("PK0230", "A token is a partial record of one string",
        "The token '{0}' is not a partial record of one string. Declare it as 'readonly partial record struct {0}(string Value)'.");

    public static readonly DiagnosticDescriptor TokenOutside = Error("PK0231", "A token is declared in a protocol",
        "The token '{0}' is not declared inside a [Protocol] class, so nothing writes its reader. Move it into one.");

    public static readonly DiagnosticDescriptor TokenValidate = Error("PK0232", "Validate sees bytes and answers yes or no",
        "'{0}.Validate' would never be called. Declare it as 'static bool Validate(ReadOnlySpan<byte> utf8)'.");

    public static readonly DiagnosticDescriptor EnumWordClash = Error("PK0233", "Each member of an enum has its own word",
        "'{0}' and '{1}' of the enum '{2}' {3}, so one could not be told from the other. Change one of them.");

    public static readonly DiagnosticDescriptor EnumWordUnfit = Error("PK0234", "The word of an enum member is one word",
        "The word \"{0}\" of '{1}' {2}, so it cannot stand on the wire as one word. Give the member another with [EnumMember(Value = ...)].");

    public static readonly DiagnosticDescriptor EmptyEnum = Error("PK0235", "An enum has members",
        "The enum '{0}' has no members, so '{1}' could have no value. Add members.");
}
