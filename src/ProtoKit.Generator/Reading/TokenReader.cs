using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads [Token] records: those declared in the protocol, and those of other protocols that its fields use.</summary>
internal sealed class TokenReader
{
    private const int MostBytes = 65535;
    private const int UnsaidBytes = 255;

    private readonly List<TokenModel> models = [];

    public EquatableArray<TokenModel> Models => models.ToEquatableArray();

    /// <summary>Reads a token declared in the protocol.</summary>
    public void ReadNested(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role)
    {
        if (MessageShape.Oddity(type) is { } odd)
        {
            scope.Report(role.OwnerPlace, MessageProblems.UnsupportedShape, type.Name, odd);
            return;
        }

        var max = NumberReader.Read(scope, role, "MaxBytes", UnsaidBytes, 1, MostBytes);
        if (Member(type) is not { } member || !type.IsRecord || !type.IsPartial())
        {
            scope.Report(role.OwnerPlace, TypeProblems.TokenShape, type.Name);
            return;
        }

        MessageShape.CheckAccess(scope, type, role);
        models.Add(new(type.Name, type.Name, member, type.IsValueType, max, HasValidate(scope, type), type.Declares("ToString"), IsNested: true));
    }

    /// <summary>Reads a field's type that is a token; null, after a report, when nothing emits its reader.</summary>
    public int? ReadUse(ProtocolScope scope, INamedTypeSymbol type, AppliedAttribute role, Location place)
    {
        var max = role.Number("MaxBytes") ?? UnsaidBytes;
        if (SymbolEqualityComparer.Default.Equals(type.ContainingType, scope.Symbol)) return max;
        var declaredHere = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, scope.Compilation.Assembly);
        var owned = type.ContainingType is { } owner && AppliedAttribute.On(owner, RuntimeNames.Protocol) is not null;
        if (declaredHere && !owned)
        {
            scope.Report(place, TypeProblems.TokenOutside, type.Name);
            return null;
        }

        var name = type.InCode();
        if (models.All(model => model.Type != name))
            models.Add(new(type.Name, name, Member(type) ?? "Value", type.IsValueType, max, HasValidate: false, HasToString: false, IsNested: false));
        return max;
    }

    /// <summary>The one string; null when the record is anything else.</summary>
    private static string? Member(INamedTypeSymbol type)
    {
        var parameters = type.PrimaryParameters();
        if (parameters.Length != 1 || parameters[0] is not { RefKind: RefKind.None, Type: { } only }) return null;
        var isString = only is { SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated };
        return isString ? parameters[0].Name : null;
    }

    private static bool HasValidate(ProtocolScope scope, INamedTypeSymbol type)
    {
        var named = type.GetMembers("Validate").OfType<IMethodSymbol>().ToList();
        if (named.Any(Validates)) return true;
        if (named.Count > 0) scope.Report(named[0].Place(), TypeProblems.TokenValidate, type.Name);
        return false;
    }

    private static bool Validates(IMethodSymbol method) =>
        method is { IsStatic: true, IsGenericMethod: false, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters.Length: 1 }
        && method.Parameters[0] is { RefKind: RefKind.None, Type: INamedTypeSymbol span }
        && span.OriginalDefinition.IsNamed(RuntimeNames.Span)
        && span.TypeArguments[0].SpecialType == SpecialType.System_Byte;
}
