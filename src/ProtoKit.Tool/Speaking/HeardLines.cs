using System.Buffers;
using System.Text;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Speaking;

/// <summary>A list of lines on its way in, each read by the steps of its record.</summary>
/// <param name="expected">How many there are; -1 when <paramref name="until"/> ends them.</param>
internal sealed class HeardLines(StepReader reader, MessageDescription line, long expected, string? until) : LineTail
{
    private readonly List<Heard> lines = [];
    private readonly byte[]? end = until is null ? null : Encoding.UTF8.GetBytes(until);
    private long bytes;

    public IReadOnlyList<Heard> Lines => lines;

    public MessageDescription Line => line;

    public override ReadStatus Read(WireInput input, long maxBytes)
    {
        while (end is not null || lines.Count < expected)
        {
            var before = input.Consumed;
            var status = input.ReadFrame(out var frame);
            if (status != ReadStatus.Done) return status;
            if (end is not null && frame.Span.SequenceEqual(end)) return ReadStatus.Done;

            var fields = new FieldReader(frame);
            bytes += input.Consumed - before;
            if (maxBytes >= 0 && bytes > maxBytes) fields.Fail(FaultKind.BodyTooLarge, null, $"the lines are more than {maxBytes} bytes");
            if (!reader.Matches(ref fields, line)) fields.Fail(FaultKind.BadArgument, null, "the line is not what a line of this list looks like");
            if (!reader.TryRead(ref fields, line, out var heard, out _)) return input.Refuse(fields);
            lines.Add(heard);
        }

        return ReadStatus.Done;
    }

    public override void Check(WireFormat format) => throw new NotSupportedException("these lines are read, not written");

    public override bool Write(WireFormat format, IBufferWriter<byte> output, bool crLf, ref int next) =>
        throw new NotSupportedException("these lines are read, not written");
}
