namespace ProtoKit.Generator.Tests.Snapshots;

/// <summary>Bytes that nothing but their fields delimits: a header with bits, a checksum, codes of faults, a union and its lists.</summary>
public sealed class MeterTests
{
    private static readonly Shape Shape = Shape.Of("""
        namespace Acme;

        [Protocol("meter", Port = 5021)]
        [BinaryWire(ByteOrder = ByteOrder.LittleEndian)]
        [Frame<Meter.Head>]
        [Checksum(ChecksumKind.Crc16Modbus, ByteOrder = ByteOrder.LittleEndian)]
        public sealed partial class Meter
        {
            public enum Job : byte { Read = 3, Write = 6 }

            public enum Trouble : byte
            {
                [Answers(FaultKind.UnknownCommand)] NoSuchJob = 1,
                [Answers(FaultKind.BadArgument, FaultKind.NotFound)] NoSuchPlace = 2,
                [Answers(FaultKind.Any)] Failure = 4,
            }

            public readonly record struct Head([Echo] byte Unit, [Bits(1), Expect(false)] bool Refused, [Bits(7), Tag] Job Job);

            [Union]
            public abstract partial record Reading
            {
                [Case(1)] public sealed record Count([VarInt] uint Value) : Reading;
                [Case(2)] public sealed record Level([BigEndian] double Value) : Reading;
                [Case(3)] public sealed record Many([Count(8)] IReadOnlyList<Reading> Items) : Reading;
            }

            [Command(Job.Read)] public readonly partial record struct Read([Header(nameof(Head.Unit))] byte Unit, ushort Place, [Between(1, 9)] byte Count) : IRequest<Values>;
            [Command(Job.Write)] public readonly partial record struct Write([Header(nameof(Head.Unit))] byte Unit, ushort Place, [Prefixed8, MaxBytes(20)] string Text) : IRequest<Written>;
            [Reply(Job.Read)] public readonly partial record struct Values([Count(8)] IReadOnlyList<Reading> Readings);
            [Reply(Job.Write)] public readonly partial record struct Written;
            [Fault, HeaderValue(nameof(Head.Refused), true)] public readonly partial record struct Refusal(Trouble Code);
        }
        """);

    [Fact]
    public void Emits() => Snapshot.Matches(Shape.Protocols);
}
