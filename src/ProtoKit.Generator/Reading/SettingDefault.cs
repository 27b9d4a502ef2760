using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ProtoKit.Generator.Reading;

/// <summary>A parameter's default value, as code writes it and as a command line would.</summary>
internal static class SettingDefault
{
    /// <summary>A C# expression; null when the parameter has no default.</summary>
    public static string? InCode(IParameterSymbol parameter, ITypeSymbol type)
    {
        if (!parameter.HasExplicitDefaultValue) return null;
        return parameter.ExplicitDefaultValue switch
        {
            null => parameter.Type.IsReferenceType ? "null" : "default",
            var value when type.TypeKind == TypeKind.Enum => Member(type, value) is { } member
                ? $"{type.InCode()}.{member.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}"
                : $"({type.InCode()})({Number(value)})",
            string text => SymbolDisplay.FormatLiteral(text, quote: true),
            char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
            bool flag => flag ? "true" : "false",
            var value => Number(value),
        };
    }

    /// <summary>As <c>--set</c> would be given it; null when there is nothing to show.</summary>
    public static string? Shown(IParameterSymbol parameter, ITypeSymbol type)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value) return null;
        if (type.TypeKind == TypeKind.Enum) return Member(type, value) is { } member ? WordOf(member) : null;
        return value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    public static string WordOf(IFieldSymbol member) => EnumReader.Spelling(member) ?? KebabCase.Of(member.Name);

    private static IFieldSymbol? Member(ITypeSymbol type, object value) =>
        type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.IsConst && value.Equals(member.ConstantValue));

    private static string Number(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
