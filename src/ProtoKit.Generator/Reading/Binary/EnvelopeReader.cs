using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads [Envelope]: which case of which union commands arrive in.</summary>
internal static class EnvelopeReader
{
    /// <summary>Sets the scope's wire. What the envelope's cases are is checked once they are read.</summary>
    public static void Read(ProtocolScope scope, AppliedAttribute wire) => scope.Wire = new(
        WireKind.Envelope,
        EncodingNames.Utf8,
        LineEnd.CrLf,
        wire.Flag("IgnoreCase"),
        MaxLine: int.MaxValue,
        NumberReader.Read(scope, wire, "MaxArguments", unsaid: 16, least: 0, most: int.MaxValue),
        ReadSize: 0)
    {
        MaxFrame = QuantityReader.Size(scope, wire, "MaxFrame", 1 << 20, least: 1, most: int.MaxValue),
        Framing = new(FramingKind.Envelope),
    };

    /// <summary>Completes the wire with the cases that make the envelope; reports what could be none.</summary>
    public static void Complete(ProtocolScope scope, AppliedAttribute wire, IReadOnlyList<UnionModel> unions)
    {
        var list = wire.TypeArgument as INamedTypeSymbol;
        var union = unions.FirstOrDefault(union => union.Name == list?.ContainingType?.Name);
        if (list is null || union is null || !SymbolEqualityComparer.Default.Equals(list.ContainingType?.ContainingType, scope.Symbol))
        {
            Bad(list?.Shown() ?? "?", $"it is no case of a union of '{scope.Name}'", "Name a case that is a list of the union's values");
            return;
        }

        if (union.Cases.FirstOrDefault(one => !Reaches(one, union.Name)) is { } odd)
        {
            Bad(list.Shown(), $"nothing but its fields says how far '{odd.Name}' reaches", "Give each case one field: a line, a block with a length, a number, or a list with a count");
            return;
        }

        var item = union.Cases.FirstOrDefault(one => one.Steps[0] is BlockStep { Extent.Kind: ExtentKind.Prefixed });
        if (union.Cases.FirstOrDefault(one => one.Name == list.Name) is not { } found || found.Steps[0] is not ItemsStep || item is null)
        {
            Bad(list.Shown(), "it is no list, or no case is a block of bytes behind its length", "Name a case that is a list, and declare one for words");
            return;
        }

        scope.LineTags = string.Concat(union.Cases.Where(IsLine).Select(one => (char)one.Tag));
        var number = union.Cases.FirstOrDefault(one => one.Steps[0] is NumberStep);
        var verb = NumberReader.Read(scope, wire, "Verb", unsaid: 0, least: 0, most: 0);
        scope.Wire = scope.Wire with { Envelope = new(union.Name, found.Name, item.Name, number?.Name ?? "", verb, wire.Flag("Inline")) };

        void Bad(string name, string trouble, string cure) => scope.Report(wire.Place, BinaryProblems.BadEnvelope, name, trouble, cure);
    }

    // Lines are written with CR LF.
    private static bool IsLine(CaseModel one) => one.Steps[0] is BlockStep { Extent: { Kind: ExtentKind.Terminated, End: "\r\n" } } or NumberStep { Number: { Form: NumberForm.Digits, End: "\r\n" } };

    // How far a value reaches has to be seen without reading it, so that a frame's end is found in one pass.
    private static bool Reaches(CaseModel one, string union) => one.Steps.Count == 1 && one.Steps[0] switch
    {
        NumberStep { Number.Form: NumberForm.Digits or NumberForm.Fixed } => true,
        BlockStep { Extent.Kind: ExtentKind.Prefixed or ExtentKind.Terminated } => true,
        ItemsStep { Extent.Kind: ExtentKind.Prefixed, Item: UnionStep of } => of.Union == union,
        _ => false,
    };
}
