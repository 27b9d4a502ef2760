using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Sorts a parameter's type into a <see cref="FieldKind"/>. What fits none is reported on the type as written.</summary>
internal sealed class FieldTypeReader(ProtocolScope scope, string field, Location place)
{
    private const string OwnType = "Use a supported type, or one that has IUtf8SpanParsable and IUtf8SpanFormattable";

    /// <summary>Null, after a report, when no wire can carry the type.</summary>
    public FieldType? Read(ITypeSymbol declared, bool isLines)
    {
        var type = Unwrap(declared, out var nullable);
        if (type is INamedTypeSymbol list && list.OriginalDefinition.IsNamed(RuntimeNames.List)) return ReadList(list, nullable, isLines);
        return ReadSingle(type) is { } single ? single with { Nullable = nullable } : null;
    }

    private static ITypeSymbol Unwrap(ITypeSymbol type, out bool nullable)
    {
        var wrapped = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        nullable = wrapped || type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        return wrapped ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    private FieldType? ReadList(INamedTypeSymbol list, bool nullable, bool isLines)
    {
        var item = list.TypeArguments[0];
        if (isLines) return ReadLines(list, item, nullable);

        if (AppliedAttribute.On(item, RuntimeNames.Line) is not null)
            return Unsupported(list, $"Mark '{field}' with [Lines] to send its items as lines");
        if (GroupReader.IsGroup(scope, item)) return ReadGroups(list, (INamedTypeSymbol)item, nullable);
        if (ReadSingle(Unwrap(item, out var absent)) is not { } word) return null;
        if (absent || word.Kind == FieldKind.Body) return Unsupported(list, "A list has words that are all there");
        return new(list.InCode(), FieldKind.Words, false, nullable, word.Name, word.Kind, word.TokenMax);
    }

    private FieldType? ReadGroups(INamedTypeSymbol list, INamedTypeSymbol item, bool nullable)
    {
        if (item.NullableAnnotation == NullableAnnotation.Annotated) return Unsupported(list, "A list has groups that are all there");
        return scope.Groups.Read(scope, item, field, place)
            ? new(list.InCode(), FieldKind.Groups, false, nullable, item.Name, FieldKind.Parsed)
            : null;
    }

    private FieldType? ReadLines(INamedTypeSymbol list, ITypeSymbol item, bool nullable)
    {
        if (item.TypeKind == TypeKind.Error) return NotFound(item);
        var isOwn = SymbolEqualityComparer.Default.Equals(item.ContainingType, scope.Symbol) && AppliedAttribute.On(item, RuntimeNames.Line) is not null;
        if (isOwn) return new(list.InCode(), FieldKind.Lines, false, nullable, item.Name, FieldKind.Parsed);
        scope.Report(place, FieldProblems.NotALine, field, item.Shown(), scope.Name);
        return null;
    }

    private FieldType? ReadSingle(ITypeSymbol type)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Error: return NotFound(type);
            case TypeKind.Enum: return scope.Enums.Read(scope, (INamedTypeSymbol)type, field) ? Of(type, FieldKind.Enum) : null;
            case TypeKind.Dynamic or TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.TypeParameter: return Unsupported(type, OwnType);
            case TypeKind.Array: return Unsupported(type, "Use IReadOnlyList<T> for words or lines, and Bytes for bytes");
        }

        switch (type.SpecialType)
        {
            case SpecialType.System_String: return Of(type, FieldKind.Text);
            case SpecialType.System_Boolean: return Of(type, FieldKind.Bool);
            case >= SpecialType.System_SByte and <= SpecialType.System_UInt64: return Of(type, FieldKind.Integer);
            case SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double: return Of(type, FieldKind.Real);
            case SpecialType.System_DateTime: return Unsupported(type, "Use DateTimeOffset, which says its offset");
            case SpecialType.System_IntPtr or SpecialType.System_UIntPtr: return Unsupported(type, "Use long");
        }

        if (type.IsNamed(RuntimeNames.Bytes)) return ReadBytes(type);
        if (type.IsNamed(RuntimeNames.Body)) return Of(type, FieldKind.Body);
        if (type.IsNamed(RuntimeNames.DateTimeOffset) || type.IsNamed(RuntimeNames.DateOnly) || type.IsNamed(RuntimeNames.TimeOnly))
            return Of(type, FieldKind.Time);
        if (type is INamedTypeSymbol token && AppliedAttribute.On(type, RuntimeNames.Token) is { } role)
            return scope.Tokens.ReadUse(scope, token, role, place) is { } max ? Of(type, FieldKind.Parsed) with { TokenMax = max } : null;

        return Parses(type) ? Of(type, FieldKind.Parsed) : Unsupported(type, Cure(type));
    }

    private FieldType? ReadBytes(ITypeSymbol type)
    {
        if (scope.Wire.Encoding is EncodingNames.Utf8 or EncodingNames.Ascii) return Of(type, FieldKind.Bytes);
        scope.Report(place, FieldProblems.BytesInLegacyText, field, scope.Wire.Encoding);
        return null;
    }

    // The numbers of the BCL parse themselves leniently (" -5 ", "+5"), which the wire's strict grammar forbids.
    public static bool Parses(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsUnboundGenericType: false, IsRefLikeType: false }
        && !type.AllInterfaces.Any(part => part.MetadataName == "INumberBase`1")
        && type.AllInterfaces.Any(part => part.IsNamed(RuntimeNames.Utf8Formattable))
        && type.AllInterfaces.Any(part => part.OriginalDefinition.IsNamed(RuntimeNames.Utf8Parsable)
            && SymbolEqualityComparer.Default.Equals(part.TypeArguments[0], type));

    private static string Cure(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Char) return "Use string";
        if (type.AllInterfaces.Any(part => part.MetadataName == "INumberBase`1")) return "Use long, ulong, double or decimal";
        if (type.IsNamed(RuntimeNames.TimeSpan)) return "Use long for a number of seconds";
        return type.AllInterfaces.Any(part => part.OriginalDefinition.IsNamed(RuntimeNames.List)) ? "Use IReadOnlyList<T>" : OwnType;
    }

    private static FieldType Of(ITypeSymbol type, FieldKind kind) => new(type.InCode(), kind, type.IsValueType, false);

    private FieldType? NotFound(ITypeSymbol type)
    {
        scope.Report(place, FieldProblems.TypeNotFound, type.Shown(), field);
        return null;
    }

    private FieldType? Unsupported(ITypeSymbol type, string cure)
    {
        scope.Report(place, FieldProblems.UnsupportedType, field, type.Shown(), cure);
        return null;
    }
}
