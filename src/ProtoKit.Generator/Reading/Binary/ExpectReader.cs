using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads [Expect]: the one value that a field has.</summary>
internal static class ExpectReader
{
    /// <summary>The step with the value, if one is said; null after a report.</summary>
    public static BinaryStep? Apply(ProtocolScope scope, IParameterSymbol parameter, FieldModel model, BinaryStep step)
    {
        if (AppliedAttribute.On(parameter, RuntimeNames.Expect) is not { } mark) return step;
        var value = mark.Values.Count > 0 ? mark.Values[0] : default;
        switch (step)
        {
            case NumberStep number when Number(model, value) is { } expected && Fits(number.Number, expected):
                return number with { Expect = expected };
            case BlockStep block when model.Kind == FieldKind.Text && value.Value is string text:
                return block with { Expect = text };
            default:
                scope.Report(mark.PlaceOf(0), BinaryProblems.WrongConstant, value.IsNull ? "null" : Constants.Of(value), parameter.Name);
                return null;
        }
    }

    /// <summary>The constant as a value of the field; null when it is none.</summary>
    public static long? Number(FieldModel field, TypedConstant constant)
    {
        if (constant.IsNull || constant.Kind is not (TypedConstantKind.Primitive or TypedConstantKind.Enum)) return null;
        return field.Kind switch
        {
            FieldKind.Bool => constant.Value is bool flag ? (flag ? 1 : 0) : null,
            FieldKind.Enum => constant.Kind == TypedConstantKind.Enum && constant.Type?.InCode() == field.Type ? Constants.Number(constant.Value) : null,
            FieldKind.Integer => constant.Value is not bool && Constants.Number(constant.Value) is { } value && InRange(field.Type, constant.Value, value) ? value : null,
            _ => null,
        };
    }

    /// <summary>The number can be said in the bits that it has.</summary>
    public static bool Fits(NumberModel number, long value) =>
        number is not { Form: NumberForm.Bits or NumberForm.Fixed, Signed: false } || number.Bits >= 63 || (value >= 0 && value < 1L << number.Bits);

    // What is beyond 63 bits has no place in the model.
    private static bool InRange(string type, object? given, long value) => type switch
    {
        "byte" => value is >= byte.MinValue and <= byte.MaxValue,
        "sbyte" => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        "ushort" => value is >= ushort.MinValue and <= ushort.MaxValue,
        "short" => value is >= short.MinValue and <= short.MaxValue,
        "uint" => value is >= uint.MinValue and <= uint.MaxValue,
        "int" => value is >= int.MinValue and <= int.MaxValue,
        "ulong" => value >= 0,
        _ => given is not ulong || value >= 0,
    };
}
