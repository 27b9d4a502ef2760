using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Constants that attributes hold: as numbers, and as code writes them.</summary>
internal static class Constants
{
    /// <summary>A number, character, bool or enum member as a number; null for anything else.</summary>
    public static long? Number(object? value) => value switch
    {
        bool flag => flag ? 1 : 0,
        char letter => letter,
        ulong large => unchecked((long)large),
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>As code writes it, in the type that a field has.</summary>
    /// <param name="field">The field's model, whose enum or bool it may be.</param>
    /// <param name="enums">The enums that are known.</param>
    /// <param name="value">The number.</param>
    public static string Shown(FieldModel field, EnumReader enums, long value) => field.Kind switch
    {
        FieldKind.Bool => value == 0 ? "false" : "true",
        FieldKind.Enum => enums.Member(field.Type, value) ?? $"({field.Type}){Digits(value)}",
        _ => Digits(value),
    };

    /// <summary>A character or number between 0 and 255; null for anything else.</summary>
    public static byte? Byte(TypedConstant constant) =>
        !constant.IsNull && constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum && Number(constant.Value) is >= 0 and <= 255 and { } value
            ? (byte)value
            : null;

    public static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of the enum member that the constant is; null when it is none.</summary>
    public static string? Member(TypedConstant constant) =>
        constant.Type?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.IsConst && Equals(field.ConstantValue, constant.Value))?.Name;

    /// <summary>As a message shows it.</summary>
    public static string Of(TypedConstant constant) => constant.IsNull ? "null" : constant.ToCSharpString();
}
