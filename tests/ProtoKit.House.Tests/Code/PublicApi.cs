using System.Text;
using Microsoft.CodeAnalysis;

namespace ProtoKit.House.Tests.Code;

/// <summary>What a library offers, one line a member, in an order that only the names decide.</summary>
internal static class PublicApi
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints
            | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat MemberFormat = TypeFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeExplicitInterface)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeModifiers)
        .WithKindOptions(SymbolDisplayKindOptions.None)
        .WithPropertyStyle();

    public static string Of(IAssemblySymbol assembly)
    {
        var text = new StringBuilder();
        foreach (var type in Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(TypeFormat), StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in type.GetMembers().Where(IsOffered).Select(Line).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol owner) => owner.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static string Header(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Delegate } => "delegate",
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Enum } => "enum",
            { TypeKind: TypeKind.Struct } => $"{(type.IsReadOnly ? "readonly " : "")}{(type.IsRefLikeType ? "ref " : "")}{(type.IsRecord ? "record " : "")}struct",
            _ => $"{(type.IsStatic ? "static " : type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "")}{(type.IsRecord ? "record" : "class")}",
        };
        var parents = new[] { type.TypeKind == TypeKind.Class && type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? parent : null }
            .Concat(type.Interfaces.Where(IsVisible).OrderBy(one => one.ToDisplayString(TypeFormat), StringComparer.Ordinal))
            .OfType<INamedTypeSymbol>()
            .Select(one => one.ToDisplayString(TypeFormat))
            .ToArray();
        return $"{kind} {type.ToDisplayString(TypeFormat)}{(parents.Length == 0 || type.TypeKind == TypeKind.Enum ? "" : " : " + string.Join(", ", parents))}";
    }

    private static string Line(ISymbol member)
    {
        var access = member.DeclaredAccessibility == Accessibility.Public ? "" : "protected ";
        return access + member.ToDisplayString(MemberFormat.WithTypeQualificationStyle()).Replace("\r", "", StringComparison.Ordinal);
    }

    private static bool IsOffered(ISymbol member) => IsVisible(member)
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && !member.IsImplicitlyDeclared
        && !(member is IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 } && member.ContainingType.IsValueType)
        && member.Name is not ("<Clone>$" or "EqualityContract" or "PrintMembers");

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false });

    private static SymbolDisplayFormat WithPropertyStyle(this SymbolDisplayFormat format) => new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        format.TypeQualificationStyle,
        format.GenericsOptions,
        format.MemberOptions,
        parameterOptions: format.ParameterOptions,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: format.MiscellaneousOptions);

    // The header says whose member it is.
    private static SymbolDisplayFormat WithTypeQualificationStyle(this SymbolDisplayFormat format) =>
        format.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);
}
