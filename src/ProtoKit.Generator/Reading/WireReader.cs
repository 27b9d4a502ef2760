using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;
using ProtoKit.Generator.Reading.Binary;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the one attribute that says how bytes become messages.</summary>
internal static class WireReader
{
    private static readonly (string Attribute, string Name)[] Wires =
    [
        (RuntimeNames.TextWire, "[TextWire]"),
        (RuntimeNames.UnframedWire, "[UnframedWire]"),
        (RuntimeNames.BinaryWire, "[BinaryWire]"),
        (RuntimeNames.Envelope, "[Envelope]"),
    ];

    /// <summary>False when there is not exactly one wire, so that nothing can be said about its messages.</summary>
    public static bool Read(ProtocolScope scope, AppliedAttribute role)
    {
        var found = Wires.Select(wire => (Mark: AppliedAttribute.On(scope.Symbol, wire.Attribute), wire.Name)).Where(wire => wire.Mark is not null).ToList();
        if (found.Count > 1)
        {
            scope.Report(found[1].Mark!.Place, ProtocolProblems.TwoWires, scope.Name, found[0].Name, found[1].Name);
            return false;
        }

        if (found.Count == 0)
        {
            scope.Report(role.OwnerPlace, ProtocolProblems.NoWire, scope.Name);
            return false;
        }

        var (mark, name) = (found[0].Mark!, found[0].Name);
        if (name == "[BinaryWire]") BinaryWireReader.Read(scope, mark);
        else BinaryWireReader.Absent(scope);
        if (name == "[TextWire]") scope.Wire = Text(scope, mark);
        else if (name == "[UnframedWire]") scope.Wire = Unframed(scope, mark);
        else if (name == "[Envelope]") EnvelopeReader.Read(scope, mark);
        return true;
    }

    private static WireModel Text(ProtocolScope scope, AppliedAttribute wire) => new(
        WireKind.Text,
        Encoding(scope, wire),
        NewLine(scope, wire),
        wire.Flag("IgnoreCase"),
        (int)QuantityReader.Size(scope, wire, "MaxLine", unsaid: 4096, least: 1, most: int.MaxValue),
        NumberReader.Read(scope, wire, "MaxArguments", unsaid: 16, least: 0, most: int.MaxValue),
        ReadSize: 0);

    private static WireModel Unframed(ProtocolScope scope, AppliedAttribute wire) => new(
        WireKind.Unframed,
        Encoding(scope, wire),
        LineEnd.CrLf,
        IgnoreCase: false,
        MaxLine: 0,
        MaxArguments: 0,
        NumberReader.Read(scope, wire, "ReadSize", unsaid: 1024, least: 1, most: 1 << 20));

    private static LineEnd NewLine(ProtocolScope scope, AppliedAttribute wire)
    {
        var value = wire.Number("NewLine") ?? 0;
        if (value is >= (int)LineEnd.CrLf and <= (int)LineEnd.AsReceived) return (LineEnd)value;
        scope.Report(wire.PlaceOf("NewLine"), ProtocolProblems.NotAValue, $"{value}", "NewLine");
        return LineEnd.CrLf;
    }

    private static string Encoding(ProtocolScope scope, AppliedAttribute wire)
    {
        if (wire.Text("Encoding") is not { } name) return EncodingNames.Utf8;
        if (EncodingNames.TryNormalise(name, out var normal)) return normal;
        scope.Report(wire.PlaceOf("Encoding"), ProtocolProblems.UnknownEncoding, name);
        return EncodingNames.Utf8;
    }
}
