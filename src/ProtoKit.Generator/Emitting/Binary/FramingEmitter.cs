using System.Collections.Generic;
using System.Linq;
using ProtoKit.Generator.Model;

namespace ProtoKit.Generator.Emitting.Binary;

/// <summary>How the runtime is told where frames end.</summary>
internal static class FramingEmitter
{
    /// <summary>The wire's format, as an expression.</summary>
    /// <param name="measure">The method that measures a message, where nothing but its fields does.</param>
    public static string Format(ProtocolModel protocol, string measure = "MeasureCommand")
    {
        var wire = protocol.Wire;
        var framing = wire.Framing;
        var max = $"maxFrame: {CSharp.Number(wire.MaxFrame)}";
        var checksum = wire.Checksum is { } sum ? $", new ChecksumForm(ChecksumKind.{sum.Kind}, littleEndian: {CSharp.Bool(sum.LittleEndian)})" : "";
        var format = framing.Kind switch
        {
            FramingKind.Envelope => $"WireFormat.Envelope({Envelope(protocol)}, {max}, maxArguments: {CSharp.Number(wire.MaxArguments)}, inline: {CSharp.Bool(wire.Envelope!.Inline)})",
            FramingKind.Header => $"WireFormat.Header(lengthAt: {CSharp.Number(framing.LengthAt)}, {NumberText.Form(framing.Length!)}, adjust: {CSharp.Number(framing.Adjust)}, {max}{checksum})",
            FramingKind.Fixed => $"WireFormat.Fixed({CSharp.Number(framing.Size)}{checksum})",
            FramingKind.Stuffed => $"WireFormat.Stuffed(Stuffing.{framing.Stuffing}, {max}{checksum})",
            FramingKind.Marked => $"WireFormat.Marked({CSharp.Number(framing.Start)}, {CSharp.Number(framing.End)}, {max}{checksum})",
            _ => $"WireFormat.Fields({measure}, {max}{checksum})",
        };
        var echoed = protocol.Messages.Where(message => message.IsBinary).Select(Echoed).DefaultIfEmpty(0).Max();
        return echoed > 0 ? $"{format}.Echoing({CSharp.Number((echoed + 7) / 8)})" : format;
    }

    // The bits up to the last that an answer repeats.
    private static int Echoed(MessageModel message)
    {
        var (at, echoed) = (0, 0);
        foreach (var step in message.Steps)
        {
            if (step is not NumberStep { Number.Form: NumberForm.Fixed or NumberForm.Bits } number) break;
            at += number.Number.Bits;
            if (number.Role == NumberRole.Echo || (number.Role == NumberRole.Tag && number.Expect is null)) echoed = at;
        }

        return echoed;
    }

    /// <summary>Commands and answers are measured apart: one tag may stand over different fields.</summary>
    public static bool MeasuresAnswers(ProtocolModel protocol) => protocol.Wire is { Kind: WireKind.Binary, Framing.Kind: FramingKind.Fields };

    /// <summary>The methods that find a message's end by reading it.</summary>
    public static void Measures(CodeWriter w, Spelling spelling)
    {
        Measure(w, spelling, "MeasureCommand", spelling.Protocol.Messages.Where(message => message.Kind == MessageKind.Command));
        Measure(w, spelling, "MeasureAnswer", spelling.Protocol.Messages.Where(message => message.Kind is MessageKind.Reply or MessageKind.Fault).OrderBy(message => message.Tag is null));
    }

    private static void Measure(CodeWriter w, Spelling spelling, string name, IEnumerable<MessageModel> messages) => w.MemberBlock($"""
        // Reads one message to find its end; false when it is none.
        private static bool {name}(ref FieldReader fields)
        """, () =>
    {
        var all = messages.ToList();
        if (all.Select(BinaryMatch.Reach).DefaultIfEmpty(0).Max() is > 0 and var bits) w.Write($"if (!fields.Has({(bits + 7) / 8})) return false;");
        foreach (var message in all)
        {
            var found = $"return TryRead{message.Name}(ref fields, out _) || true;";
            // Nothing comes behind a message that every frame is.
            if (BinaryMatch.Condition(spelling, message) is "true")
            {
                w.Write(found);
                return;
            }

            w.Write($"if ({BinaryMatch.Condition(spelling, message)}) {found}");
        }

        w.Write("return false;");
    });

    private static string Envelope(ProtocolModel protocol)
    {
        var envelope = protocol.Wire.Envelope!;
        var union = protocol.Unions.First(union => union.Name == envelope.Union);
        var cases = CSharp.Join(union.Cases.Select(Case));
        var number = envelope.Number.Length == 0 ? "" : $", Number = {Tag(envelope.Number)}";
        return $"new EnvelopeForm({cases}) {{ List = {Tag(envelope.List)}, Item = {Tag(envelope.Item)}{number}, Verb = {CSharp.Number(envelope.Verb)} }}";

        string Tag(string name) => BinaryEmitter.Tag(union.Cases.First(one => one.Name == name).Tag);
    }

    private static string Case(CaseModel one) => one.Steps[0] switch
    {
        NumberStep number => $"EnvelopeCase.Number({Letter(one.Tag)}, {NumberText.Form(number.Number)})",
        BlockStep { Extent.Kind: ExtentKind.Terminated } line => $"EnvelopeCase.Line({Letter(one.Tag)}, {CSharp.Text(line.Extent.End)})",
        BlockStep block => $"EnvelopeCase.Block({Letter(one.Tag)}, {NumberText.Form(block.Extent.Prefix!)}, {CSharp.Text(block.Extent.After)})",
        ItemsStep items => $"EnvelopeCase.List({Letter(one.Tag)}, {NumberText.Form(items.Extent.Prefix!)})",
        _ => "",
    };

    private static string Letter(byte tag) => tag is > 32 and < 127 ? BinaryEmitter.Tag(tag).Substring("(byte)".Length) : $"(char){CSharp.Number(tag)}";
}
