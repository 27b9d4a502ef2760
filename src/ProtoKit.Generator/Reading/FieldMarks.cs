using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>The attributes of one parameter: whether they fit its type, the wire and each other, and what they say.</summary>
internal sealed class FieldMarks(IParameterSymbol parameter)
{
    public AppliedAttribute? Rest { get; } = AppliedAttribute.On(parameter, RuntimeNames.Rest);

    public AppliedAttribute? Quoted { get; } = AppliedAttribute.On(parameter, RuntimeNames.Quoted);

    public AppliedAttribute? Option { get; } = AppliedAttribute.On(parameter, RuntimeNames.Option);

    public AppliedAttribute? Flag { get; } = AppliedAttribute.On(parameter, RuntimeNames.Flag);

    public AppliedAttribute? Excludes { get; } = AppliedAttribute.On(parameter, RuntimeNames.Excludes);

    public AppliedAttribute? Lines { get; } = AppliedAttribute.On(parameter, RuntimeNames.Lines);

    public AppliedAttribute? Length { get; } = AppliedAttribute.On(parameter, RuntimeNames.BodyLength);

    public AppliedAttribute? Until { get; } = AppliedAttribute.On(parameter, RuntimeNames.BodyUntil);

    public AppliedAttribute? File { get; } = AppliedAttribute.On(parameter, RuntimeNames.File);

    public AppliedAttribute? Secret { get; } = AppliedAttribute.On(parameter, RuntimeNames.Secret);

    /// <summary>The fields that [Excludes] names.</summary>
    public EquatableArray<string> Excluded =>
        (Excludes?.Constants().Select(named => named.Constant.Value as string).OfType<string>() ?? []).ToEquatableArray();

    /// <summary>False, after reports, when an attribute has no meaning where it stands.</summary>
    public bool Check(ProtocolScope scope, FieldType type)
    {
        var isWord = type.Kind is FieldKind.Text or FieldKind.Bytes or FieldKind.Parsed;
        var isBody = type.Kind == FieldKind.Body;
        var fits = Fits(scope, type, Rest, "Rest", isWord, "strings, Bytes and types of their own")
            & Fits(scope, type, Quoted, "Quoted", isWord, "strings, Bytes and types of their own")
            & Fits(scope, type, Option, "Option", type.Kind < FieldKind.Words, "fields of one word")
            & Fits(scope, type, Flag, "Flag", type.Kind == FieldKind.Bool, "a bool")
            & Fits(scope, type, Excludes, "Excludes", Option is not null || Flag is not null, "options and flags")
            & Fits(scope, type, Lines, "Lines", type.Kind == FieldKind.Lines, "IReadOnlyList<T> of [Line] records")
            & Fits(scope, type, Length, "BodyLength", isBody, "a Body")
            & Fits(scope, type, Until, "BodyUntil", isBody, "a Body")
            & Fits(scope, type, File, "File", isBody, "a Body");
        if (!fits) return false;
        return Agree(scope, Rest, "[Rest]", Quoted, "[Quoted]")
            & Agree(scope, Rest, "[Rest]", Option, "[Option]")
            & Agree(scope, Option, "[Option]", Flag, "[Flag]")
            & Agree(scope, Length, "[BodyLength]", Until, "[BodyUntil]")
            & SuitsWire(scope)
            & IsThere(scope, type);
    }

    /// <summary>The field with what its attributes say.</summary>
    public FieldReading Apply(ProtocolScope scope, FieldReading field) => field with
    {
        Form = Rest is not null ? SlotForm.Rest : Quoted is not null ? SlotForm.Quoted : SlotForm.Word,
        Until = ReadUntil(scope),
        End = Length is not null ? BodyEnd.Length : Until is not null ? BodyEnd.Mark : BodyEnd.Unsaid,
        Max = Length is null ? -1 : Max(scope, Length),
        Mark = Until is null ? null : ReadMark(scope, Until),
        File = File,
        Option = (Option ?? Flag) is { } role && role.Text() is { } word ? (role, word) : null,
        Excludes = Excludes,
    };

    private static long Max(ProtocolScope scope, AppliedAttribute body) =>
        QuantityReader.Size(scope, body, "Max", unsaid: -1, least: 0, most: long.MaxValue);

    private string? ReadUntil(ProtocolScope scope)
    {
        if (Lines?.Text("Until") is not { } until) return null;
        if (WireText.Unfit(until) is { } unfit) scope.Report(Lines.PlaceOf("Until"), FieldProblems.UnfitUntil, unfit, "a line");
        else CheckEncoding(scope, until, Lines.PlaceOf("Until"));
        return until;
    }

    private BodyUntilStep? ReadMark(ProtocolScope scope, AppliedAttribute until)
    {
        if (until.Text() is not { } mark)
        {
            scope.IsUnreadable = true;
            return null;
        }

        var half = WireText.Unfit(mark) is { } unfit && unfit.StartsWith("half", System.StringComparison.Ordinal) ? unfit : null;
        if (half is not null) scope.Report(until.FirstPlace, FieldProblems.UnfitUntil, half, "text");
        else CheckEncoding(scope, mark, until.FirstPlace);
        return new(parameter.Name, mark, Time("Gap", 100), Time("After", 30), Time("Quiet", 1000), Max(scope, until));

        int Time(string name, int unsaid) => (int)QuantityReader.Time(scope, until, name, unsaid, least: 0);
    }

    private static void CheckEncoding(ProtocolScope scope, string text, Location place)
    {
        var encoding = scope.Wire.Encoding;
        if (!text.All(letter => EncodingNames.CanSay(encoding, letter))) scope.Report(place, TemplateProblems.Unencodable, text, encoding);
    }

    private bool Fits(ProtocolScope scope, FieldType type, AppliedAttribute? mark, string name, bool fits, string purpose)
    {
        if (mark is null || fits) return true;
        scope.Report(mark.Place, FieldProblems.MisplacedAttribute, name, parameter.Name, type.Shown, purpose);
        return false;
    }

    private bool Agree(ProtocolScope scope, AppliedAttribute? one, string oneName, AppliedAttribute? other, string otherName)
    {
        if (one is null || other is null) return true;
        scope.Report(other.Place, FieldProblems.Contradiction, parameter.Name, oneName, otherName);
        return false;
    }

    private bool SuitsWire(ProtocolScope scope)
    {
        if (scope.Wire.Kind == WireKind.Text && Until is not null)
            scope.Report(Until.Place, FieldProblems.WrongWire, "BodyUntil", "a text wire", "Use [BodyLength]");
        else if (scope.Wire.Kind == WireKind.Unframed && Lines is not null)
            scope.Report(Lines.Place, FieldProblems.WrongWire, "Lines", "an unframed wire", "Use a Body, or [TextWire]");
        else return true;
        return false;
    }

    private bool IsThere(ProtocolScope scope, FieldType type)
    {
        if (Option is not null && !type.Nullable)
        {
            scope.Report(parameter.TypePlace(), OptionProblems.CannotBeNull, parameter.Name, parameter.Type.Shown());
            return false;
        }

        if (!type.Nullable || (Flag is null && type.Kind < FieldKind.Words)) return true;
        scope.Report(parameter.TypePlace(), FieldProblems.CannotBeAbsent, parameter.Name, Flag is null ? type.Shown : "a flag");
        return false;
    }
}
