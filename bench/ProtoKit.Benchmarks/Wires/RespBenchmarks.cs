using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>Commands in an envelope as Redis has them: an array of bulk strings.</summary>
[Protocol("bench-resp")]
[Envelope<RespWire.Resp.Array>(IgnoreCase = true, MaxArguments = 100)]
public sealed partial class RespWire
{
    [Union]
    public abstract partial record Resp
    {
        [Case('+')] public sealed partial record Simple([Terminated("\r\n")] string Text) : Resp;
        [Case('$')] public sealed partial record Bulk([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data) : Resp;
        [Case('*')] public sealed partial record Array([CountDigits("\r\n")] IReadOnlyList<Resp>? Items) : Resp;
    }

    [Command("GET")] public readonly partial record struct Get(Bytes Key) : IRequest<Value>;

    [Command("SET")] public readonly partial record struct Set(Bytes Key, Bytes Data) : IRequest<Ok>;

    [Command("PING")] public readonly partial record struct Ping : IRequest<Ok>;

    [Reply('$')] public readonly partial record struct Value([PrefixedDigits("\r\n", After = "\r\n")] Bytes? Data);

    [Reply("+OK")] public readonly partial record struct Ok;
}

/// <summary>RESP GET of 64 bytes, beside a parser that reads an array of bulk strings in place.</summary>
public class RespBenchmarks : WireBenchmarks
{
    internal static readonly byte[] Stored = new byte[64];

    private protected override WireInput Input { get; } = new(RespWire.Wire);

    private protected override byte[] Command => "*2\r\n$3\r\nGET\r\n$5\r\nkey:1\r\n"u8.ToArray();

    private protected override long Read(ref FieldReader fields) => Read<RespWire.Get>(ref fields).Key.Length;

    private protected override void Write(ref FieldWriter writer) => Write(ref writer, new RespWire.Value(new Bytes(Stored)));

    private protected override Task<ConversationEnd> ServeAsync(IDuplexPipe connection) => RespWire.ServeAsync(connection, new RespServer());

    private protected override int ParseByHand(ReadOnlySpan<byte> input, ref long sum)
    {
        var at = 0;
        while (TryGet(input[at..], out var key, out var used))
        {
            sum += key.Length;
            at += used;
        }

        return at;
    }

    private protected override void FormatByHand(IBufferWriter<byte> to) => Answer(Stored, to);

    private protected override int ServeByHand(ReadOnlySpan<byte> input, IBufferWriter<byte> to)
    {
        var at = 0;
        for (; TryGet(input[at..], out var key, out var used); at += used) Answer(key.IsEmpty ? default : Stored, to);
        return at;
    }

    // False: the command has not come as a whole.
    private static bool TryGet(ReadOnlySpan<byte> input, out ReadOnlySpan<byte> key, out int used)
    {
        key = default;
        used = 0;
        if (!TryNumber(input, (byte)'*', ref used, out var items)) return false;
        if (!TryBulk(input, ref used, out var verb)) return false;
        if (items != 2 || verb.Length != 3 || !Ascii.EqualsIgnoreCase(verb, "GET"u8)) throw new InvalidOperationException("unknown command");
        return TryBulk(input, ref used, out key);
    }

    private static bool TryBulk(ReadOnlySpan<byte> input, scoped ref int at, out ReadOnlySpan<byte> bulk)
    {
        bulk = default;
        if (!TryNumber(input, (byte)'$', ref at, out var length) || input.Length - at < length + 2) return false;
        bulk = input.Slice(at, length);
        if (input[at + length] != '\r' || input[at + length + 1] != '\n') throw new InvalidOperationException("no end");
        at += length + 2;
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> input, byte tag, scoped ref int at, out int number)
    {
        number = 0;
        if (at >= input.Length) return false;
        if (input[at] != tag) throw new InvalidOperationException("another tag");
        var end = input[at..].IndexOf((byte)'\n');
        if (end < 0) return false;
        if (!Utf8Parser.TryParse(input.Slice(at + 1, end - 2), out number, out var digits) || digits != end - 2 || input[at + end - 1] != '\r' || number < 0)
            throw new InvalidOperationException("no number");
        at += end + 1;
        return true;
    }

    private static void Answer(ReadOnlySpan<byte> value, IBufferWriter<byte> to)
    {
        var room = to.GetSpan(value.Length + 16);
        room[0] = (byte)'$';
        Utf8Formatter.TryFormat(value.Length, room[1..], out var digits);
        "\r\n"u8.CopyTo(room[(1 + digits)..]);
        value.CopyTo(room[(3 + digits)..]);
        "\r\n"u8.CopyTo(room[(3 + digits + value.Length)..]);
        to.Advance(5 + digits + value.Length);
    }
}

/// <summary>Its handlers.</summary>
internal sealed class RespServer : RespWire.IServer
{
    public ValueTask<RespWire.Value> Handle(RespWire.Get get, RespWire.Session session) => new(new RespWire.Value(new Bytes(RespBenchmarks.Stored)));

    public ValueTask<RespWire.Ok> Handle(RespWire.Set set, RespWire.Session session) => default;

    public ValueTask<RespWire.Ok> Handle(RespWire.Ping ping, RespWire.Session session) => default;
}
