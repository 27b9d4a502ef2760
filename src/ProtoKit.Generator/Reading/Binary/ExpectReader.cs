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
            case NumberStep number when Number(model, value) is { } expected:
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
            FieldKind.Integer => constant.Value is bool ? null : Constants.Number(constant.Value),
            _ => null,
        };
    }
}
