using System.Text;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>Reads the faults that a description declares; where it declares none, the one that every line protocol has.</summary>
internal sealed class FaultReader(ProtocolDescription protocol)
{
    private readonly StepReader reader = new(protocol);
    private readonly WireFormat format = DescribedWire.FormatOf(protocol);

    // A fault whose text is longer says more: it is asked for before one that begins like it.
    private readonly MessageDescription[] faults =
        [.. protocol.Messages.Where(message => message.Kind == "fault").OrderByDescending(message => Encoding.UTF8.GetByteCount(message.Verb))];

    /// <summary>False: the frame is none.</summary>
    public bool TryRead(ReadOnlyMemory<byte> frame, out ProtocolFault? fault)
    {
        fault = null;
        if (faults.Length == 0) return protocol.Wire.Kind == "text" && DefaultFault.TryRead(frame, out fault);

        foreach (var message in faults)
        {
            var fields = DescribedWire.FieldsOf(format, frame);
            if (!reader.Matches(ref fields, message) || !reader.TryRead(ref fields, message, out var heard, out _)) continue;
            fault = SaidFault.Of(heard);
            return true;
        }

        return false;
    }
}
