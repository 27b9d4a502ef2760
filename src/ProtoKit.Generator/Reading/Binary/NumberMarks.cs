using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads how a parameter's number stands in bytes.</summary>
internal static class NumberMarks
{
    private const int MostVarIntBytes = 10;

    /// <summary>The form that the attributes say; without one, as many bytes as the type has.</summary>
    public static NumberModel? Read(ProtocolScope scope, IParameterSymbol parameter, BinaryType type)
    {
        var (typeBits, signed) = (type.Bits, type.Signed);
        var bits = AppliedAttribute.On(parameter, RuntimeNames.Bits);
        var varInt = AppliedAttribute.On(parameter, RuntimeNames.VarInt);
        var digits = AppliedAttribute.On(parameter, RuntimeNames.Digits);
        if (bits is not null && (varInt ?? digits) is { } second) return Twice(scope, parameter, "[Bits]", second, varInt is null ? "[Digits]" : "[VarInt]");
        if (varInt is not null && digits is not null) return Twice(scope, parameter, "[VarInt]", digits, "[Digits]");
        // More bits than one would give a bool several spellings.
        if (type.Kind == FieldKind.Bool && (varInt ?? digits) is { } odd)
        {
            scope.Report(odd.Place, FieldProblems.MisplacedAttribute, varInt is null ? "Digits" : "VarInt", parameter.Name, "a bool", "numbers and enums");
            return null;
        }

        if (bits is not null) return Bits(scope, parameter, bits, type.Kind == FieldKind.Bool ? 1 : typeBits, signed);
        if (varInt is not null) return VarInt(scope, varInt, typeBits);
        if (digits is not null) return EndsNumber(scope, digits, signed) ? new(NumberForm.Digits, Signed: signed, End: digits.Text() ?? "") : null;
        return new(NumberForm.Fixed, typeBits, IsLittle(scope, parameter), signed);
    }

    /// <summary>The least significant byte comes first, by the parameter's own word or the wire's.</summary>
    public static bool IsLittle(ProtocolScope scope, IParameterSymbol parameter) =>
        AppliedAttribute.On(parameter, RuntimeNames.LittleEndian) is not null
        || (scope.Wire.LittleEndian && AppliedAttribute.On(parameter, RuntimeNames.BigEndian) is null);

    /// <summary>False, after a report, when digits could go on into what ends them.</summary>
    /// <param name="mayBeNegative">They may begin with a minus.</param>
    public static bool EndsNumber(ProtocolScope scope, AppliedAttribute mark, bool mayBeNegative)
    {
        var end = mark.Text() ?? "";
        if (end.Length > 0 && end[0] is not (>= '0' and <= '9') && !(mayBeNegative && end == "-")) return true;
        scope.Report(mark.FirstPlace, FieldProblems.UnfitUntil, end.Length == 0 ? "nothing" : $"'{end[0]}' first", "the end of a number");
        return false;
    }

    private static NumberModel? Bits(ProtocolScope scope, IParameterSymbol parameter, AppliedAttribute mark, int typeBits, bool signed)
    {
        var count = mark.Values.Count > 0 && mark.Values[0].Value is int given ? given : 0;
        if (count < 1 || count > typeBits)
        {
            scope.Report(mark.PlaceOf(0), ProtocolProblems.OutOfRange, "Bits", Constants.Digits(count), "1", Constants.Digits(typeBits));
            return null;
        }

        if (!signed) return new(NumberForm.Bits, count);
        scope.Report(mark.Place, FieldProblems.MisplacedAttribute, "Bits", parameter.Name, "a signed number", "bools, enums and unsigned numbers");
        return null;
    }

    private static NumberModel VarInt(ProtocolScope scope, AppliedAttribute mark, int typeBits) => new(
        NumberForm.VarInt,
        LittleEndian: mark.Number("ByteOrder") != 0,
        Signed: mark.Flag("ZigZag"),
        MaxBytes: NumberReader.Read(scope, mark, "MaxBytes", (typeBits + 6) / 7, 1, MostVarIntBytes));

    private static NumberModel? Twice(ProtocolScope scope, IParameterSymbol parameter, string one, AppliedAttribute second, string other)
    {
        scope.Report(second.Place, FieldProblems.Contradiction, parameter.Name, one, other);
        return null;
    }
}
