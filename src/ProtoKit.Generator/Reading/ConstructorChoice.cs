using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace ProtoKit.Generator.Reading;

/// <summary>Picks the constructor by which an object is made from settings.</summary>
internal static class ConstructorChoice
{
    /// <summary>The primary constructor, or the only public one; null when there is neither.</summary>
    public static IMethodSymbol? Of(INamedTypeSymbol type)
    {
        if (type.PrimaryConstructor() is { DeclaredAccessibility: Accessibility.Public } primary) return primary;
        var all = type.InstanceConstructors.Where(IsPublic).ToList();
        return all.Count == 1 ? all[0] : null;
    }

    public static string Count(INamedTypeSymbol type) =>
        type.InstanceConstructors.Count(IsPublic) is var count and > 0 ? count.ToString(CultureInfo.InvariantCulture) : "no";

    private static bool IsPublic(IMethodSymbol constructor) => constructor.DeclaredAccessibility == Accessibility.Public;
}
