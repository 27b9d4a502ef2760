using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;

namespace ProtoKit.Generator.Reading;

/// <summary>Checks what kind of type a message is.</summary>
internal static class MessageShape
{
    /// <summary>False, after a report, when no reader and writer could be added to the type.</summary>
    public static bool Check(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        if (!type.IsRecord || !type.IsPartial()) scope.Report(role.OwnerPlace, MessageProblems.NotPartialRecord, type.Name);
        else if (Oddity(type) is { } odd) scope.Report(role.OwnerPlace, MessageProblems.UnsupportedShape, type.Name, odd);
        else return CheckAccess(scope, type, role);
        return false;
    }

    /// <summary>What is odd about the record, in words; null when nothing is.</summary>
    public static string? Oddity(INamedTypeSymbol type) => type switch
    {
        { IsGenericType: true } => "generic",
        { IsAbstract: true } => "abstract",
        _ when type.GetMembers().Any(member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }) =>
            "a record with required members",
        { IsValueType: false, BaseType: { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error } } => "derived from another record",
        _ => null,
    };

    /// <summary>False, after a report, when the generated interfaces could not name the type.</summary>
    public static bool CheckAccess(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        var isPublic = scope.Symbol.DeclaredAccessibility == Accessibility.Public;
        if (type.DeclaredAccessibility == Accessibility.Public) return true;
        if (!isPublic && type.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal) return true;
        scope.Report(role.OwnerPlace, MessageProblems.Inaccessible, type.Name, scope.Name, isPublic ? "public" : "internal");
        return false;
    }
}
