using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Diagnostics;

/// <summary>Makes descriptors; each id has its page in docs/diagnostics.</summary>
internal static class Descriptor
{
    public static DiagnosticDescriptor Error(string id, string title, string message) => Of(id, title, message, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string title, string message) => Of(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Of(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "ProtoKit", severity, isEnabledByDefault: true, helpLinkUri: $"docs/diagnostics/{id}.md");
}
