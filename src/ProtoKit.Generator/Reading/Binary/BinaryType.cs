using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>A parameter's type on a binary wire.</summary>
/// <param name="Name">As code names it, without the <c>?</c>.</param>
/// <param name="Bits">Of numbers: as many as the type has.</param>
/// <param name="Item">Of a list.</param>
/// <param name="Part">The simple name of a nested record or union.</param>
internal sealed record BinaryType(
    string Name, FieldKind Kind, bool IsValueType, bool Nullable, int Bits = 0, bool Signed = false, BinaryType? Item = null, string Part = "", int TokenMax = 0)
{
    /// <summary>The type, sorted; null, after a report, when no binary wire can carry it.</summary>
    public static BinaryType? Read(ProtocolScope scope, string field, ITypeSymbol declared, Location place)
    {
        var wrapped = declared.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var nullable = wrapped || declared is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        var type = wrapped ? ((INamedTypeSymbol)declared).TypeArguments[0] : declared;
        if (type is INamedTypeSymbol list && list.OriginalDefinition.IsNamed(RuntimeNames.List)) return OfList(scope, field, list, nullable, place);
        return Single(scope, field, type, place) is { } single ? single with { Nullable = nullable } : null;
    }

    private static BinaryType? OfList(ProtocolScope scope, string field, INamedTypeSymbol list, bool nullable, Location place)
    {
        if (Read(scope, field, list.TypeArguments[0], place) is not { } item) return null;
        if (item.Kind == FieldKind.Record && LayoutRules.Bits(scope, new RecordStep("", item.Part)) == 0)
        {
            // As many of them as one likes stand in no bytes at all.
            scope.Report(place, FieldProblems.UnsupportedType, field, list.Shown(), "An item of a list has a byte at the least; give its record a field");
            return null;
        }

        if (item.Kind != FieldKind.Items && !item.Nullable) return new(list.InCode(), FieldKind.Items, false, nullable, Item: item);
        scope.Report(place, FieldProblems.UnsupportedType, field, list.Shown(), "A list has items that are all there and are no lists; use a nested record for those");
        return null;
    }

    private static BinaryType? Single(ProtocolScope scope, string field, ITypeSymbol type, Location place)
    {
        var name = type.InCode();
        if (type.TypeKind == TypeKind.Error)
        {
            scope.Report(place, FieldProblems.TypeNotFound, type.Shown(), field);
            return null;
        }

        if (type is INamedTypeSymbol { EnumUnderlyingType: { } under } words)
            return scope.Enums.Read(scope, words, field) && BitsOf(under.SpecialType) is var (size, signed) ? new(name, FieldKind.Enum, true, false, size, signed) : null;
        if (type.SpecialType == SpecialType.System_Boolean) return new(name, FieldKind.Bool, true, false, 8);
        if (BitsOf(type.SpecialType) is var (bits, isSigned)) return new(name, FieldKind.Integer, true, false, bits, isSigned);
        if (RealBits(type) is { } real) return new(name, FieldKind.Real, true, false, real, true);
        if (type.SpecialType == SpecialType.System_String) return new(name, FieldKind.Text, false, false);
        if (type.IsNamed(RuntimeNames.Bytes)) return new(name, FieldKind.Bytes, true, false);
        if (type is INamedTypeSymbol token && AppliedAttribute.On(type, RuntimeNames.Token) is { } role)
            return scope.Tokens.ReadUse(scope, token, role, place) is { } max ? new(name, FieldKind.Parsed, type.IsValueType, false, TokenMax: max) : null;
        if (type is INamedTypeSymbol { IsRecord: true } record && SymbolEqualityComparer.Default.Equals(record.ContainingType, scope.Symbol))
            return OfRecord(scope, record);
        scope.Report(place, FieldProblems.UnsupportedType, field, type.Shown(), Cure(type));
        return null;
    }

    private static BinaryType? OfRecord(ProtocolScope scope, INamedTypeSymbol record)
    {
        if (AppliedAttribute.On(record, RuntimeNames.Union) is not null)
        {
            scope.Parts.Ask(record);
            return new(record.InCode(), FieldKind.Union, false, false, Part: record.Name);
        }

        return scope.Parts.Need(scope, record) ? new(record.InCode(), FieldKind.Record, record.IsValueType, false, Part: record.Name) : null;
    }

    private static (int Bits, bool Signed)? BitsOf(SpecialType type) => type switch
    {
        SpecialType.System_Byte => (8, false),
        SpecialType.System_SByte => (8, true),
        SpecialType.System_UInt16 => (16, false),
        SpecialType.System_Int16 => (16, true),
        SpecialType.System_UInt32 => (32, false),
        SpecialType.System_Int32 => (32, true),
        SpecialType.System_UInt64 => (64, false),
        SpecialType.System_Int64 => (64, true),
        _ => null,
    };

    private static int? RealBits(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Single => 32,
        SpecialType.System_Double => 64,
        _ => type.IsNamed(RuntimeNames.Half) ? 16 : null,
    };

    private static string Cure(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => "Use Bytes",
        IArrayTypeSymbol => "Use IReadOnlyList<T>",
        _ when type.IsNamed(RuntimeNames.Body) => "Use Bytes; a frame is read whole",
        _ when type.SpecialType == SpecialType.System_Char => "Use byte",
        _ when type.SpecialType == SpecialType.System_Decimal => "Use double, or a scaled long",
        _ when type.AllInterfaces.Any(part => part.OriginalDefinition.IsNamed(RuntimeNames.List)) => "Use IReadOnlyList<T>",
        _ => "Use a number, bool, enum, string, Bytes, or a record nested in the protocol",
    };
}
