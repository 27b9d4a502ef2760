using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads how far a parameter's string, bytes or list reaches.</summary>
internal static class ExtentMarks
{
    private const string Prefixes = "[Prefixed16], [Fixed(n)], [Terminated] or [Rest]";
    private const string Counts = "[Count(16)], [Repeat(n)] or [Rest]";
    private const int LongestVarInt = 5;

    /// <summary>Of a string or bytes; null, after a report, when nothing or too much is said.</summary>
    /// <param name="inList">The value is an item: [Rest] is the list's.</param>
    public static ExtentModel? OfBlock(ProtocolScope scope, IParameterSymbol parameter, bool inList)
    {
        var little = NumberMarks.IsLittle(scope, parameter);
        return One(scope, parameter, Prefixes, Found());

        IEnumerable<(AppliedAttribute Mark, string Name, ExtentModel Extent)> Found()
        {
            foreach (var (name, shown, bits) in new[] { (RuntimeNames.Prefixed8, "[Prefixed8]", 8), (RuntimeNames.Prefixed16, "[Prefixed16]", 16), (RuntimeNames.Prefixed32, "[Prefixed32]", 32) })
            {
                if (AppliedAttribute.On(parameter, name) is { } mark)
                    yield return (mark, shown, new(ExtentKind.Prefixed, new(NumberForm.Fixed, bits, little)));
            }

            if (AppliedAttribute.On(parameter, RuntimeNames.PrefixedVarInt) is { } varInt)
                yield return (varInt, "[PrefixedVarInt]", new(ExtentKind.Prefixed, new(NumberForm.VarInt, LittleEndian: true, MaxBytes: LongestVarInt)));
            if (AppliedAttribute.On(parameter, RuntimeNames.PrefixedDigits) is { } digits)
            {
                yield return (digits, "[PrefixedDigits]", new(
                    ExtentKind.Prefixed, new(NumberForm.Digits, Signed: true, End: digits.Text() ?? ""), After: digits.Text("After") ?? ""));
            }

            if (AppliedAttribute.On(parameter, RuntimeNames.Fixed) is { } fixedSize)
                yield return (fixedSize, "[Fixed]", new(ExtentKind.Fixed, Size: Size(scope, fixedSize), Pad: Pad(fixedSize)));
            if (AppliedAttribute.On(parameter, RuntimeNames.Terminated) is { } end)
                yield return (end, "[Terminated]", new(ExtentKind.Terminated, End: end.Text() ?? "\0"));
            if (!inList && AppliedAttribute.On(parameter, RuntimeNames.Rest) is { } rest) yield return (rest, "[Rest]", new(ExtentKind.Rest));
        }
    }

    /// <summary>Of a list; null, after a report, when nothing or too much is said.</summary>
    public static ExtentModel? OfList(ProtocolScope scope, IParameterSymbol parameter)
    {
        return One(scope, parameter, Counts, Found());

        IEnumerable<(AppliedAttribute Mark, string Name, ExtentModel Extent)> Found()
        {
            if (AppliedAttribute.On(parameter, RuntimeNames.Count) is { } count)
                yield return (count, "[Count]", new(ExtentKind.Prefixed, new(NumberForm.Fixed, Bits(scope, count), NumberMarks.IsLittle(scope, parameter))));
            if (AppliedAttribute.On(parameter, RuntimeNames.CountVarInt) is { } varInt)
                yield return (varInt, "[CountVarInt]", new(ExtentKind.Prefixed, new(NumberForm.VarInt, LittleEndian: true, MaxBytes: LongestVarInt)));
            if (AppliedAttribute.On(parameter, RuntimeNames.CountDigits) is { } digits)
                yield return (digits, "[CountDigits]", new(ExtentKind.Prefixed, new(NumberForm.Digits, Signed: true, End: digits.Text() ?? "")));
            if (AppliedAttribute.On(parameter, RuntimeNames.Repeat) is { } repeat)
                yield return (repeat, "[Repeat]", new(ExtentKind.Fixed, Size: Size(scope, repeat)));
            if (AppliedAttribute.On(parameter, RuntimeNames.Rest) is { } rest) yield return (rest, "[Rest]", new(ExtentKind.Rest));
        }
    }

    private static ExtentModel? One(
        ProtocolScope scope, IParameterSymbol parameter, string cures, IEnumerable<(AppliedAttribute Mark, string Name, ExtentModel Extent)> found)
    {
        var all = found.ToList();
        if (all.Count == 1) return Ends(scope, parameter, all[0].Mark, all[0].Extent) ? all[0].Extent : null;
        if (all.Count == 0) scope.Report(parameter.Place(), BinaryProblems.NoExtent, parameter.Name, cures);
        else scope.Report(all[1].Mark.Place, FieldProblems.Contradiction, parameter.Name, all[0].Name, all[1].Name);
        return null;
    }

    private static bool Ends(ProtocolScope scope, IParameterSymbol parameter, AppliedAttribute mark, ExtentModel extent)
    {
        // Only what may be null has a length of -1.
        var mayBeNull = parameter.NullableAnnotation == NullableAnnotation.Annotated || parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (extent.Prefix is { Form: NumberForm.Digits }) return NumberMarks.EndsNumber(scope, mark, mayBeNull);
        if (extent is not { Kind: ExtentKind.Terminated, End.Length: 0 }) return true;
        scope.Report(mark.FirstPlace, FieldProblems.UnfitUntil, "nothing", "the end of a value");
        return false;
    }

    private static int Bits(ProtocolScope scope, AppliedAttribute count)
    {
        var bits = count.Values.Count > 0 && count.Values[0].Value is int given ? given : 0;
        if (bits is 8 or 16 or 32) return bits;
        scope.Report(count.PlaceOf(0), ProtocolProblems.NotAValue, Constants.Digits(bits), "8, 16 and 32");
        return 16;
    }

    private static int Size(ProtocolScope scope, AppliedAttribute mark)
    {
        var size = mark.Values.Count > 0 && mark.Values[0].Value is int given ? given : 0;
        if (size is >= 1 and <= 1 << 20) return size;
        scope.Report(mark.PlaceOf(0), ProtocolProblems.OutOfRange, "The size", Constants.Digits(size), "1", Constants.Digits(1 << 20));
        return 1;
    }

    private static byte Pad(AppliedAttribute mark) => mark.Raw("Pad") is byte pad ? pad : (byte)0;
}
