using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>A verb and three fields: a word, a number, the rest of the line. The answer holds a number.</summary>
[Protocol("bench-fields")]
[TextWire(NewLine = NewLine.Lf)]
public sealed partial class FieldsWire
{
    [Command("PUT")] public readonly partial record struct Put(Bytes Key, int Count, [Rest] Bytes Text) : IRequest<Stored>;

    [Command("GET")] public readonly partial record struct Get(Bytes Key) : IRequest<Stored>;

    [Command("PING")] public readonly partial record struct Ping : IRequest<Stored>;

    [Reply("OK {Count}")] public readonly partial record struct Stored(int Count);
}

/// <summary>Lines of three fields, beside a parser that cuts them at their spaces and compares their verb.</summary>
public class FieldsBenchmarks : WireBenchmarks
{
    private protected override WireInput Input { get; } = new(FieldsWire.Wire);

    private protected override byte[] Command => "PUT some-key 12345 and the rest of the line\n"u8.ToArray();

    private protected override long Read(ref FieldReader fields)
    {
        var put = Read<FieldsWire.Put>(ref fields);
        return put.Key.Length + put.Count + put.Text.Length;
    }

    private protected override void Write(ref FieldWriter writer) => Write(ref writer, new FieldsWire.Stored(12345));

    private protected override Task<ConversationEnd> ServeAsync(IDuplexPipe connection) => FieldsWire.ServeAsync(connection, new FieldsServer());

    private protected override int ParseByHand(ReadOnlySpan<byte> input, ref long sum)
    {
        var at = 0;
        for (int length; (length = input[at..].IndexOf((byte)'\n')) >= 0; at += length + 1)
        {
            if (!TryPut(input.Slice(at, length), out var key, out var count, out var text)) throw new InvalidOperationException("not read");
            sum += key.Length + count + text.Length;
        }

        return at;
    }

    private protected override void FormatByHand(IBufferWriter<byte> to) => Answer(12345, to);

    private protected override int ServeByHand(ReadOnlySpan<byte> input, IBufferWriter<byte> to)
    {
        var at = 0;
        for (int length; (length = input[at..].IndexOf((byte)'\n')) >= 0; at += length + 1)
        {
            var line = input.Slice(at, length);
            if (TryPut(line, out _, out var count, out _)) Answer(count, to);
            else if (line.StartsWith("GET "u8) || line.SequenceEqual("PING"u8)) Answer(0, to);
            else throw new InvalidOperationException("unknown command");
        }

        return at;
    }

    private static bool TryPut(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> key, out int count, out ReadOnlySpan<byte> text)
    {
        key = text = default;
        count = 0;
        if (!line.StartsWith("PUT "u8)) return false;
        line = line[4..];
        var space = line.IndexOf((byte)' ');
        if (space <= 0) return false;
        key = line[..space];
        line = line[(space + 1)..];
        if (!Utf8Parser.TryParse(line, out count, out var digits) || digits == line.Length || line[digits] != ' ') return false;
        text = line[(digits + 1)..];
        return true;
    }

    private static void Answer(int count, IBufferWriter<byte> to)
    {
        var room = to.GetSpan(16);
        "OK "u8.CopyTo(room);
        Utf8Formatter.TryFormat(count, room[3..], out var digits);
        room[3 + digits] = (byte)'\n';
        to.Advance(digits + 4);
    }
}

/// <summary>Its handlers.</summary>
internal sealed class FieldsServer : FieldsWire.IServer
{
    public ValueTask<FieldsWire.Stored> Handle(FieldsWire.Put put, FieldsWire.Session session) => new(new FieldsWire.Stored(put.Count));

    public ValueTask<FieldsWire.Stored> Handle(FieldsWire.Get get, FieldsWire.Session session) => default;

    public ValueTask<FieldsWire.Stored> Handle(FieldsWire.Ping ping, FieldsWire.Session session) => default;
}
