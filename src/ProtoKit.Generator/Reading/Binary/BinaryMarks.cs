using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Which attributes fit which types of a binary wire, and that those of one wire do not stand on another.</summary>
internal static class BinaryMarks
{
    private const string Numbers = "numbers, bools and enums";
    private const string Blocks = "strings and Bytes";
    private const string Lists = "IReadOnlyList<T>";

    private static readonly (string Attribute, string Name, string For)[] OfBytes =
    [
        (RuntimeNames.Bits, "Bits", Numbers),
        (RuntimeNames.VarInt, "VarInt", Numbers),
        (RuntimeNames.Digits, "Digits", Numbers),
        (RuntimeNames.BigEndian, "BigEndian", ""),
        (RuntimeNames.LittleEndian, "LittleEndian", ""),
        (RuntimeNames.Prefixed8, "Prefixed8", Blocks),
        (RuntimeNames.Prefixed16, "Prefixed16", Blocks),
        (RuntimeNames.Prefixed32, "Prefixed32", Blocks),
        (RuntimeNames.PrefixedVarInt, "PrefixedVarInt", Blocks),
        (RuntimeNames.PrefixedDigits, "PrefixedDigits", Blocks),
        (RuntimeNames.Fixed, "Fixed", Blocks),
        (RuntimeNames.Terminated, "Terminated", Blocks),
        (RuntimeNames.Count, "Count", Lists),
        (RuntimeNames.CountVarInt, "CountVarInt", Lists),
        (RuntimeNames.CountDigits, "CountDigits", Lists),
        (RuntimeNames.Repeat, "Repeat", Lists),
        (RuntimeNames.When, "When", ""),
        (RuntimeNames.Expect, "Expect", ""),
        (RuntimeNames.Header, "Header", ""),
    ];

    private static readonly (string Attribute, string Name)[] OfLines =
    [
        (RuntimeNames.Quoted, "Quoted"), (RuntimeNames.Lines, "Lines"), (RuntimeNames.BodyLength, "BodyLength"), (RuntimeNames.BodyUntil, "BodyUntil"),
    ];

    /// <summary>False, after reports, when an attribute has no meaning on a parameter of bytes.</summary>
    public static bool Fit(ProtocolScope scope, IParameterSymbol parameter, BinaryType type)
    {
        var fits = true;
        foreach (var (attribute, name) in OfLines)
        {
            if (AppliedAttribute.On(parameter, attribute) is not { } mark) continue;
            fits = false;
            scope.Report(mark.Place, FieldProblems.WrongWire, name, "a binary wire", "Use [Prefixed16], [Rest] or [Count(16)]");
        }

        foreach (var (attribute, name, purpose) in OfBytes)
        {
            if (AppliedAttribute.On(parameter, attribute) is not { } mark || Fits(purpose, type)) continue;
            fits = false;
            scope.Report(mark.Place, FieldProblems.MisplacedAttribute, name, parameter.Name, Shown(type.Kind), purpose);
        }

        return fits;
    }

    /// <summary>False, after reports, when attributes of bytes stand on a parameter of words.</summary>
    public static bool Absent(ProtocolScope scope, IParameterSymbol parameter)
    {
        if (parameter.GetAttributes().IsEmpty) return true;
        var found = OfBytes.Select(of => (of.Name, Mark: AppliedAttribute.On(parameter, of.Attribute))).Where(of => of.Mark is not null).ToList();
        foreach (var (name, mark) in found) scope.Report(mark!.Place, FieldProblems.WrongWire, name, "words", "It is for [BinaryWire] and for unions");
        return found.Count == 0;
    }

    private static bool Fits(string purpose, BinaryType type) => purpose switch
    {
        Numbers => (type.Item ?? type).Kind is FieldKind.Integer or FieldKind.Bool or FieldKind.Enum,
        Blocks => (type.Item ?? type).Kind is FieldKind.Text or FieldKind.Bytes or FieldKind.Parsed,
        Lists => type.Kind == FieldKind.Items,
        _ => true,
    };

    private static string Shown(FieldKind kind) => kind switch
    {
        FieldKind.Text => "a string",
        FieldKind.Bytes => "Bytes",
        FieldKind.Bool => "a bool",
        FieldKind.Enum => "an enum",
        FieldKind.Integer or FieldKind.Real => "a number",
        FieldKind.Items => "a list",
        FieldKind.Record or FieldKind.Union => "a record",
        _ => "a type of its own",
    };
}
