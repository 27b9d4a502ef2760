using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads on which of its fields it depends whether a command is answered.</summary>
internal static class AnsweredWhenReader
{
    /// <summary>Null when nothing is said, or after a report.</summary>
    public static WhenModel? Read(ProtocolScope scope, INamedTypeSymbol type, MessageReading reading)
    {
        if (AppliedAttribute.On(type, RuntimeNames.AnsweredWhen) is not { Values.Count: 3 } said) return null;
        if (reading.Model is not { Kind: MessageKind.Command, Reply: not null, ReplyOptional: true })
        {
            scope.Report(said.Place, ConversationProblems.AlwaysAnswered, type.Name);
            return null;
        }

        var (member, part) = (said.Values[0].Value as string ?? "", said.Text("Part"));
        var field = type.PrimaryParameters().FirstOrDefault(parameter => parameter.Name == member)?.Type;
        if (field is not null && part is not null)
            field = field.GetMembers(part).OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        var named = part is null ? member : $"{member}.{part}";
        if (field is null || !IsComparable(field))
        {
            scope.Report(part is null ? said.PlaceOf(0) : said.PlaceOf("Part"), ConversationProblems.NoCondition, type.Name, named);
            return null;
        }

        var comparison = said.Values[1].Value is int kind and >= 0 and <= 3 ? (ComparisonKind)kind : ComparisonKind.Equal;
        if (Constant(said.Values[2], field) is var (value, shown)) return new(member, part, comparison, value, shown);
        scope.Report(said.PlaceOf(2), ConversationProblems.WrongCondition, Shown(said.Values[2]), named);
        return null;
    }

    private static bool IsComparable(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum || type.SpecialType is SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_UInt64);

    private static (long Value, string Shown)? Constant(TypedConstant constant, ITypeSymbol type)
    {
        if (constant.Value is bool flag) return type.SpecialType == SpecialType.System_Boolean ? (flag ? 1 : 0, flag ? "true" : "false") : null;
        if (constant.Kind == TypedConstantKind.Array || constant.Value is not (byte or sbyte or short or ushort or int or uint or long or ulong)) return null;
        var number = constant.Value is ulong large ? unchecked((long)large) : Convert.ToInt64(constant.Value, CultureInfo.InvariantCulture);
        var digits = Convert.ToString(constant.Value, CultureInfo.InvariantCulture)!;
        if (type.TypeKind != TypeKind.Enum) return constant.Kind == TypedConstantKind.Primitive && type.SpecialType != SpecialType.System_Boolean ? (number, digits) : null;
        if (!SymbolEqualityComparer.Default.Equals(constant.Type, type)) return null;
        var member = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.IsConst && constant.Value.Equals(member.ConstantValue));
        return (number, member is null ? $"({type.InCode()})({digits})" : $"{type.InCode()}.{member.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}");
    }

    private static string Shown(TypedConstant value) =>
        value.Kind == TypedConstantKind.Array ? "an array" : Microsoft.CodeAnalysis.CSharp.TypedConstantExtensions.ToCSharpString(value);
}
