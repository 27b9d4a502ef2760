using Microsoft.CodeAnalysis;
using static ProtoKit.Generator.Diagnostics.Descriptor;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>PK0401 to PK0419: what outlives the handler that it was lent to. Warnings: a longer life may be meant, and be right.</summary>
internal static class LifetimeProblems
{
    public static readonly DiagnosticDescriptor Stored = Warning("PK0401", "Lent bytes are not stored",
        "'{0}' is lent until the handler returns, but '{1}' keeps it. Store a copy made by ToArray().");

    public static readonly DiagnosticDescriptor Captured = Warning("PK0402", "Lent bytes are not captured by what runs later",
        "'{0}' is lent until the handler returns, but code that uses it here may run later. Copy it by ToArray() before, or await that code.");
}
