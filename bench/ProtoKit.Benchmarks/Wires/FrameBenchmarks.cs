using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using ProtoKit.Sessions;
using ProtoKit.Wire;

namespace ProtoKit.Benchmarks.Wires;

/// <summary>Frames behind a header: a tag, and the length of what follows.</summary>
[Protocol("bench-frame")]
[BinaryWire(MaxFrame = "64KiB")]
[Frame<FrameWire.Head>]
public sealed partial class FrameWire
{
    public enum Kind : byte { Read = 1, Values = 2, Note = 3, Noted = 4 }

    public readonly record struct Head([Tag] Kind Kind, [FrameLength] ushort Length);

    [Command(Kind.Read)] public readonly partial record struct Read(uint Start, ushort Count, [Rest] Bytes Note) : IRequest<Values>;

    [Reply(Kind.Values)] public readonly partial record struct Values(ushort Count, [Rest] Bytes Data);

    [Command(Kind.Note)] public readonly partial record struct Note([Rest] Bytes Text) : IRequest<Noted>;

    [Reply(Kind.Noted)] public readonly partial record struct Noted;
}

/// <summary>Binary frames, beside a parser that reads the numbers where they stand.</summary>
public class FrameBenchmarks : WireBenchmarks
{
    private const int HeadSize = 3;
    internal static readonly byte[] Data = new byte[32];

    private protected override WireInput Input { get; } = new(FrameWire.Wire);

    private protected override byte[] Command => [1, 0, 22, 0, 0, 1, 0, 0, 42, .. new byte[16]];

    private protected override long Read(ref FieldReader fields)
    {
        var read = Read<FrameWire.Read>(ref fields);
        return read.Start + read.Count + read.Note.Length;
    }

    private protected override void Write(ref FieldWriter writer) => Write(ref writer, new FrameWire.Values(42, new Bytes(Data)));

    private protected override Task<ConversationEnd> ServeAsync(IDuplexPipe connection) => FrameWire.ServeAsync(connection, new FrameServer());

    private protected override int ParseByHand(ReadOnlySpan<byte> input, ref long sum)
    {
        var at = 0;
        for (; TryFrame(input[at..], out var kind, out var frame); at += HeadSize + frame.Length)
        {
            if (!TryRead(kind, frame, out var start, out var count, out var note)) throw new InvalidOperationException("not read");
            sum += start + count + note.Length;
        }

        return at;
    }

    private protected override void FormatByHand(IBufferWriter<byte> to) => Answer(42, Data, to);

    private protected override int ServeByHand(ReadOnlySpan<byte> input, IBufferWriter<byte> to)
    {
        var at = 0;
        for (; TryFrame(input[at..], out var kind, out var frame); at += HeadSize + frame.Length)
        {
            if (!TryRead(kind, frame, out _, out var count, out _)) throw new InvalidOperationException("unknown command");
            Answer(count, Data, to);
        }

        return at;
    }

    private static bool TryFrame(ReadOnlySpan<byte> input, out byte kind, out ReadOnlySpan<byte> frame)
    {
        kind = 0;
        frame = default;
        if (input.Length < HeadSize) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(input[1..]);
        if (input.Length < HeadSize + length) return false;
        kind = input[0];
        frame = input.Slice(HeadSize, length);
        return true;
    }

    private static bool TryRead(byte kind, ReadOnlySpan<byte> frame, out uint start, out ushort count, out ReadOnlySpan<byte> note)
    {
        start = 0;
        count = 0;
        note = default;
        if (kind != 1 || frame.Length < 6) return false;
        start = BinaryPrimitives.ReadUInt32BigEndian(frame);
        count = BinaryPrimitives.ReadUInt16BigEndian(frame[4..]);
        note = frame[6..];
        return true;
    }

    private static void Answer(ushort count, ReadOnlySpan<byte> data, IBufferWriter<byte> to)
    {
        var room = to.GetSpan(HeadSize + 2 + data.Length);
        room[0] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(room[1..], (ushort)(2 + data.Length));
        BinaryPrimitives.WriteUInt16BigEndian(room[HeadSize..], count);
        data.CopyTo(room[(HeadSize + 2)..]);
        to.Advance(HeadSize + 2 + data.Length);
    }
}

/// <summary>Its handlers.</summary>
internal sealed class FrameServer : FrameWire.IServer
{
    public ValueTask<FrameWire.Values> Handle(FrameWire.Read read, FrameWire.Session session) => new(new FrameWire.Values(read.Count, new Bytes(FrameBenchmarks.Data)));

    public ValueTask<FrameWire.Noted> Handle(FrameWire.Note note, FrameWire.Session session) => default;
}
