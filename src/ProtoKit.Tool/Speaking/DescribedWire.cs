using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Errors;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>The Runtime's own wire format and limits, from a description.</summary>
internal static class DescribedWire
{
    // Where a description says nothing.
    private const int MostBytes = 16 * 1024 * 1024;

    public static WireFormat FormatOf(ProtocolDescription protocol)
    {
        var wire = protocol.Wire;
        try
        {
            return wire.Kind switch
            {
                "unframed" => WireFormat.Unframed(wire.ReadSize > 0 ? wire.ReadSize : 1024, wire.Encoding),
                "text" => WireFormat.Text(Enum.Parse<NewLine>(wire.NewLine, ignoreCase: true), wire.MaxLine > 0 ? wire.MaxLine : 4096,
                    wire.MaxArguments > 0 ? wire.MaxArguments : 16, wire.Encoding),
                "binary" => Binary(protocol, wire.Framing ?? new FramingDescription(), wire.Checksum is { } sum ? Checksum(sum) : null),
                "envelope" => WireFormat.Envelope(Envelope(protocol), MaxFrame(wire), wire.MaxArguments > 0 ? wire.MaxArguments : 16, wire.Inline),
                _ => throw new ArgumentException($"a wire of the kind '{wire.Kind}' is unknown"),
            };
        }
        catch (ArgumentException unknown)
        {
            throw new ToolError(ExitCode.NoProtocol, "unknown-wire", $"the wire of {protocol.Name} is not one that this protokit speaks")
            {
                Facts = [unknown.Message],
            };
        }
    }

    /// <summary>The fields of a frame that a server sent.</summary>
    public static FieldReader FieldsOf(WireFormat format, ReadOnlyMemory<byte> frame) => format.IsText ? new(frame) : new(frame, format);

    public static Limits LimitsOf(ProtocolDescription protocol)
    {
        var limits = Limits.Default;
        foreach (var (name, value) in protocol.Limits)
        {
            var time = value < 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(value);
            limits = name switch
            {
                "idle" => limits with { Idle = time },
                "command" => limits with { Command = time },
                "max-body" => limits with { MaxBody = value },
                // The others are the server's own affair.
                _ => limits,
            };
        }

        return limits;
    }

    private static WireFormat Binary(ProtocolDescription protocol, FramingDescription framing, ChecksumForm? checksum) => framing.Kind switch
    {
        "header" => WireFormat.Header(framing.LengthAt, Number(framing.Length ?? new NumberDescription { Bits = 16 }), framing.Adjust, MaxFrame(protocol.Wire), checksum),
        "fields" => WireFormat.Fields(new AnswerMeasure(protocol).Measure, MaxFrame(protocol.Wire), checksum),
        "fixed" => WireFormat.Fixed(framing.Size, checksum),
        "stuffed" => WireFormat.Stuffed(Enum.Parse<Stuffing>(framing.Stuffing, ignoreCase: true), MaxFrame(protocol.Wire), checksum),
        "marked" => WireFormat.Marked((byte)framing.Start, (byte)framing.End, MaxFrame(protocol.Wire), checksum),
        _ => throw new ArgumentException($"a framing of the kind '{framing.Kind}' is unknown"),
    };

    private static ChecksumForm Checksum(ChecksumDescription sum) => new(Enum.Parse<ChecksumKind>(sum.Kind, ignoreCase: true), sum.Order == "little");

    private static EnvelopeForm Envelope(ProtocolDescription protocol)
    {
        var wire = protocol.Wire;
        var union = protocol.Union(wire.Union) ?? throw new ArgumentException($"the union '{wire.Union}' is not described");
        return new EnvelopeForm([.. union.Cases.Select(Case)])
        {
            List = Tag(wire.List), Item = Tag(wire.Item), Number = wire.Number.Length == 0 ? (byte)0 : Tag(wire.Number), Verb = wire.Verb,
        };

        byte Tag(string name) => (byte)(union.Cases.FirstOrDefault(one => one.Name == name)?.Tag ?? throw new ArgumentException($"the case '{name}' is not described"));
    }

    private static EnvelopeCase Case(CaseDescription one) => one.Steps switch
    {
        [{ Step: "number", Number: { } number }] => EnvelopeCase.Number((char)one.Tag, Number(number)),
        [{ Step: "block", Extent: { Kind: "terminated" } line }] => EnvelopeCase.Line((char)one.Tag, line.End),
        [{ Step: "block", Extent: { Prefix: { } length } block }] => EnvelopeCase.Block((char)one.Tag, Number(length), block.After),
        [{ Step: "items", Extent.Prefix: { } count }] => EnvelopeCase.List((char)one.Tag, Number(count)),
        _ => throw new ArgumentException($"the case '{one.Name}' does not say how far it reaches"),
    };

    private static WireNumber Number(NumberDescription number) => number.Form switch
    {
        "varInt" => number.IsLittle() ? WireNumber.VarInt(number.MaxBytes) : WireNumber.VarIntBig(number.MaxBytes),
        "digits" => WireNumber.Digits(number.End),
        _ => number.IsLittle() && number.Bits > 8 ? WireNumber.Little(number.Bits) : WireNumber.Big(number.Bits),
    };

    private static int MaxFrame(WireDescription wire) => wire.MaxFrame > 0 ? (int)Math.Min(wire.MaxFrame, int.MaxValue) : MostBytes;
}
