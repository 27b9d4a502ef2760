using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading;

/// <summary>Reads the one attribute that says how bytes become messages.</summary>
internal static class WireReader
{
    /// <summary>False when there is not exactly one wire, so that nothing can be said about its messages.</summary>
    public static bool Read(ProtocolScope scope, AppliedAttribute role)
    {
        var text = AppliedAttribute.On(scope.Symbol, RuntimeNames.TextWire);
        var unframed = AppliedAttribute.On(scope.Symbol, RuntimeNames.UnframedWire);
        if (text is not null && unframed is not null)
        {
            scope.Report(unframed.Place, ProtocolProblems.TwoWires, scope.Name);
            return false;
        }

        if (text is not null) scope.Wire = Text(scope, text);
        else if (unframed is not null) scope.Wire = Unframed(scope, unframed);
        else scope.Report(role.OwnerPlace, ProtocolProblems.NoWire, scope.Name);
        return text is not null || unframed is not null;
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
