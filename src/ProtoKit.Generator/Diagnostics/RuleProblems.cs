using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0240 to PK0249: rules that values have to keep.</summary>
internal static class RuleProblems
{
    public static readonly DiagnosticDescriptor WrongWayRound = Error("PK0240", "[Between] names the lesser number first",
        "{0} is more than {1}, so '{2}' could have no value. Write the lesser number first.");

    public static readonly DiagnosticDescriptor OtherType = Error("PK0241", "A rule's values are of the field's type",
        "{0} is no value of '{1}', which is the type of '{2}'. Write one that is.");

    public static readonly DiagnosticDescriptor NoValue = Error("PK0242", "[OneOf] names values",
        "[OneOf] names no value, so '{0}' could have none. Name the values that it may have.");
}
