using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Lifetime;

/// <summary>Which types hold bytes that may be lent: <c>Bytes</c>, memory of bytes, and whatever has them in a field or as items.</summary>
internal sealed class LendingTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> known = new(SymbolEqualityComparer.Default);

    public bool Lends(ITypeSymbol? type) => type is not null && known.GetOrAdd(type, Find);

    /// <summary>A variable of the type can hold lent bytes: openly, behind a wider type, or inside a delegate.</summary>
    public bool MayHold(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Interface or TypeKind.Dynamic or TypeKind.Delegate } || Lends(type);

    public bool IsLendingCommand(ITypeSymbol type) => type.IsRecord && IsInProtocol(type) && Lends(type);

    public bool IsInProtocol(ITypeSymbol type)
    {
        for (var owner = type.ContainingType; owner is not null; owner = owner.ContainingType)
        {
            if (AppliedAttribute.On(owner, RuntimeNames.Protocol) is not null) return true;
        }

        return false;
    }

    /// <summary>The bytes themselves, rather than a record or a list of them.</summary>
    public static bool IsBytes(ITypeSymbol type) => type.IsNamed(RuntimeNames.Bytes)
        || (type is INamedTypeSymbol { TypeArguments.Length: 1 } memory
            && memory.TypeArguments[0].SpecialType == SpecialType.System_Byte
            && (memory.OriginalDefinition.IsNamed(RuntimeNames.ReadOnlyMemory)
                || memory.OriginalDefinition.IsNamed(RuntimeNames.Memory)
                || memory.OriginalDefinition.IsNamed(RuntimeNames.ByteSequence)));

    private static bool Find(ITypeSymbol type) => Holds(type, new(SymbolEqualityComparer.Default));

    private static bool Holds(ITypeSymbol type, HashSet<ITypeSymbol> seen) => type switch
    {
        IArrayTypeSymbol array => Holds(array.ElementType, seen),
        INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named =>
            IsBytes(named) || named.TypeArguments.Any(argument => Holds(argument, seen)) || (seen.Add(named) && Parts(named).Any(part => Holds(part, seen))),
        _ => false,
    };

    // The framework's own types hold what their type arguments say. Of another assembly only what is public is known.
    private static IEnumerable<ITypeSymbol> Parts(INamedTypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || IsFramework(type)) return [];
        var members = type.GetMembers();
        var fields = members.OfType<IFieldSymbol>().Where(field => !field.IsStatic).Select(field => field.Type);
        var properties = type.DeclaringSyntaxReferences.Length > 0
            ? []
            : members.OfType<IPropertySymbol>().Where(property => !property.IsStatic).Select(property => property.Type);
        var inherited = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : Enumerable.Empty<ITypeSymbol>();
        // A value of an abstract record is one of its cases.
        var cases = type is { IsRecord: true, IsAbstract: true } ? type.GetTypeMembers() : Enumerable.Empty<ITypeSymbol>();
        return fields.Concat(properties).Concat(inherited).Concat(cases);
    }

    public static bool IsFramework(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false }) space = space.ContainingNamespace;
        return space?.Name == "System";
    }
}
