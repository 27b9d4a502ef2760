using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Diagnostics;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Reading.Binary;

/// <summary>Reads [BinaryWire], its framing and its checksum.</summary>
internal static class BinaryWireReader
{
    private static readonly (string Attribute, string Name)[] Framings =
    [
        (RuntimeNames.Frame, "Frame"),
        (RuntimeNames.FixedFrame, "FixedFrame"),
        (RuntimeNames.StuffedFrame, "StuffedFrame"),
        (RuntimeNames.MarkedFrame, "MarkedFrame"),
    ];

    /// <summary>Sets the scope's wire and header.</summary>
    public static void Read(ProtocolScope scope, AppliedAttribute wire)
    {
        scope.Wire = new(WireKind.Binary, EncodingNames.Utf8, LineEnd.CrLf, false, 0, int.MaxValue, 0)
        {
            LittleEndian = wire.Number("ByteOrder") == 1,
            MaxFrame = QuantityReader.Size(scope, wire, "MaxFrame", 1 << 20, least: 1, most: int.MaxValue),
        };
        var found = Found(scope);
        if (found.Count > 1) scope.Report(found[1].Mark.Place, BinaryProblems.WrongFraming, found[1].Name, $"contradicts [{found[0].Name}]", "Keep one");
        else scope.Wire = scope.Wire with { Framing = Framing(scope, found.FirstOrDefault()), Checksum = Checksum(scope) };
        scope.Wire = scope.Wire with { Header = scope.Header.Model with { Correlation = Correlation(scope) } };
    }

    // Answers repeat the field; a client numbers its commands by it.
    private static CorrelationModel? Correlation(ProtocolScope scope)
    {
        if (AppliedAttribute.On(scope.Symbol, RuntimeNames.Correlated) is not { } mark) return null;
        var field = scope.Header.Find(mark.Text() ?? "");
        var at = field is null ? null : HeaderReading.At(scope, scope.Header.Fields, field);
        if (field?.Step is NumberStep { Role: NumberRole.Echo, Number: { Form: NumberForm.Fixed } number } && at is { } place && place % 8 == 0) return new(place, number.Bits, number.LittleEndian);
        scope.Report(mark.FirstPlace, BinaryProblems.NoSuchHeaderField, mark.Text() ?? "", " that answers [Echo]");
        return null;
    }

    /// <summary>Reports framing attributes on a wire that has its own.</summary>
    public static void Absent(ProtocolScope scope)
    {
        foreach (var (mark, name) in Found(scope))
            scope.Report(mark.Place, BinaryProblems.WrongFraming, name, "is for binary wires, and this is none", "Use [BinaryWire], or drop it");
        if (AppliedAttribute.On(scope.Symbol, RuntimeNames.Checksum) is { } checksum)
            scope.Report(checksum.Place, BinaryProblems.WrongFraming, "Checksum", "is for binary wires, and this is none", "Use [BinaryWire], or drop it");
    }

    private static List<(AppliedAttribute Mark, string Name)> Found(ProtocolScope scope) => Framings
        .Select(framing => (Mark: AppliedAttribute.On(scope.Symbol, framing.Attribute), framing.Name))
        .Where(found => found.Mark is not null)
        .Select(found => (found.Mark!, found.Name))
        .ToList();

    private static FramingModel Framing(ProtocolScope scope, (AppliedAttribute? Mark, string Name) found)
    {
        var fields = new FramingModel(FramingKind.Fields);
        switch (found)
        {
            case (null, _):
                return fields;
            case ({ } mark, "Frame"):
                if (HeaderReading.Read(scope, mark) is not { } header) return fields;
                scope.Header = header;
                return header.Framing(scope) ?? fields;
            case ({ } mark, "FixedFrame"):
                return new(FramingKind.Fixed, Size: Size(scope, mark));
            case ({ } mark, "StuffedFrame"):
                return new(FramingKind.Stuffed, Stuffing: Member(scope, mark, RuntimeNames.Stuffing));
            default:
                return Marked(scope, found.Mark!);
        }
    }

    private static FramingModel Marked(ProtocolScope scope, AppliedAttribute mark)
    {
        var (start, end) = (Byte(mark, 0), Byte(mark, 1));
        if (start == end) scope.Report(mark.Place, BinaryProblems.WrongFraming, "MarkedFrame", "begins and ends with the same byte", "Use [StuffedFrame], or another byte");
        return new(FramingKind.Marked, Start: start, End: end);
    }

    private static ChecksumModel? Checksum(ProtocolScope scope) => AppliedAttribute.On(scope.Symbol, RuntimeNames.Checksum) is { } mark
        ? new(Member(scope, mark, RuntimeNames.ChecksumKind), mark.Number("ByteOrder") == 1)
        : null;

    private static byte Byte(AppliedAttribute mark, int index) => mark.Values.Count > index && mark.Values[index].Value is byte value ? value : (byte)0;

    private static int Size(ProtocolScope scope, AppliedAttribute mark)
    {
        var size = mark.Values.Count > 0 && mark.Values[0].Value is int given ? given : 0;
        if (size >= 1 && size <= scope.Wire.MaxFrame) return size;
        scope.Report(mark.PlaceOf(0), ProtocolProblems.OutOfRange, "The size", Constants.Digits(size), "1", Constants.Digits(scope.Wire.MaxFrame));
        return 1;
    }

    // The member's name, which emitted code repeats.
    private static string Member(ProtocolScope scope, AppliedAttribute mark, string type)
    {
        var value = mark.Values.Count > 0 ? mark.Values[0] : default;
        var member = value.Type?.IsNamed(type) == true ? Constants.Member(value) : null;
        if (member is null) scope.Report(mark.PlaceOf(0), ProtocolProblems.NotAValue, value.IsNull ? "null" : Constants.Of(value), type.Substring(type.LastIndexOf('.') + 1));
        return member ?? "";
    }
}
