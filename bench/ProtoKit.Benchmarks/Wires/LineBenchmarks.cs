using System.Buffers;
using System.IO.Pipelines;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>A line of text of 64 bytes that comes back.</summary>
[Protocol("bench-line")]
[TextWire(NewLine = NewLine.Lf)]
public sealed partial class LineWire
{
    [Command("{Text}")] public readonly partial record struct Line([Rest] Bytes Text) : IRequest<Same>;

    [Reply("{Text}")] public readonly partial record struct Same([Rest] Bytes Text);

    [Fault("ERR {Code} {Message}", Closes = true)] public readonly partial record struct Error(string Code, [Rest] string Message);
}

/// <summary>Text lines, beside a loop that looks for line feeds.</summary>
public class LineBenchmarks : WireBenchmarks
{
    private static readonly byte[] Text = [.. Enumerable.Range(0, 63).Select(i => (byte)('a' + (i % 26)))];

    private protected override WireInput Input { get; } = new(LineWire.Wire);

    private protected override byte[] Command => [.. Text, (byte)'\n'];

    private protected override long Read(ref FieldReader fields) => Read<LineWire.Line>(ref fields).Text.Length;

    private protected override void Write(ref FieldWriter writer) => Write(ref writer, new LineWire.Same(Text));

    private protected override Task<ConversationEnd> ServeAsync(IDuplexPipe connection) => LineWire.ServeAsync(connection, new LineServer());

    private protected override int ParseByHand(ReadOnlySpan<byte> input, ref long sum)
    {
        var at = 0;
        for (int length; (length = input[at..].IndexOf((byte)'\n')) >= 0; at += length + 1) sum += length;
        return at;
    }

    private protected override void FormatByHand(IBufferWriter<byte> to) => Answer(Text, to);

    private protected override int ServeByHand(ReadOnlySpan<byte> input, IBufferWriter<byte> to)
    {
        var at = 0;
        for (int length; (length = input[at..].IndexOf((byte)'\n')) >= 0; at += length + 1) Answer(input.Slice(at, length), to);
        return at;
    }

    private static void Answer(ReadOnlySpan<byte> line, IBufferWriter<byte> to)
    {
        var room = to.GetSpan(line.Length + 1);
        line.CopyTo(room);
        room[line.Length] = (byte)'\n';
        to.Advance(line.Length + 1);
    }
}

/// <summary>Its handlers.</summary>
internal sealed class LineServer : LineWire.IServer
{
    public ValueTask<LineWire.Same> Handle(LineWire.Line line, LineWire.Session session) => new(new LineWire.Same(line.Text));
}
