using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK9001: the generator's own mistakes.</summary>
internal static class InternalProblems
{
    public static readonly DiagnosticDescriptor GeneratorFailed = Error("PK9001", "The generator failed",
        "ProtoKit failed on '{0}': {1}. This is a mistake in ProtoKit; please report it with the declaration.");
}
