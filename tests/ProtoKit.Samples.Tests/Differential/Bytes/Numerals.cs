using ProtoKit;

namespace Samples.Tests;

/// <summary>Numbers in every form, behind a header with a length of two bytes that counts itself and the checksum.</summary>
[Protocol("numerals")]
[BinaryWire(MaxFrame = "160B")]
[Frame<Numerals.Head>]
[Checksum(ChecksumKind.Crc16Modbus, ByteOrder = ByteOrder.LittleEndian)]
public sealed partial class Numerals
{
    public enum Kind : byte
    {
        Whole = 1,
        Turned = 2,
        Real = 3,
        Grouped = 4,
        Split = 5,
        Chosen = 6,
        Spelled = 7,
        Ruled = 8,
        End = 15,
    }

    public enum Size : ushort
    {
        Small = 1,
        Large = 0x0203,
        Huge = 0xFFFF,
    }

    [System.Flags]
    public enum Marks : byte
    {
        None = 0,
        First = 1,
        Second = 2,
    }

    public readonly record struct Head([Echo] byte Number, [Bits(4), Expect(5)] byte Version, [Bits(4), Tag] Kind Kind, [FrameLength(Adjust = 2)] ushort Length, byte Spare);

    [Command(Kind.Whole)]
    public readonly partial record struct Whole(byte A, sbyte B, ushort C, short D, uint E, int F, ulong G, long H) : IRequest<Done>;

    [Command(Kind.Turned)]
    public readonly partial record struct Turned(
        [LittleEndian] ushort C, [LittleEndian] short D, [LittleEndian] uint E, [LittleEndian] int F, [LittleEndian] ulong G, [LittleEndian] long H) : IRequest<Done>;

    [Command(Kind.Real)]
    public readonly partial record struct Real(
        System.Half A, float B, double C, [LittleEndian] System.Half D, [LittleEndian] float E, [LittleEndian] double F) : IRequest<Done>;

    [Command(Kind.Grouped)]
    public readonly partial record struct Grouped(
        [VarInt] byte A,
        [VarInt] ushort B,
        [VarInt(MaxBytes = 4)] uint C,
        [VarInt] ulong D,
        [VarInt(ByteOrder = ByteOrder.BigEndian)] uint E,
        [VarInt(ByteOrder = ByteOrder.BigEndian)] ulong F,
        [VarInt(ZigZag = true)] short G,
        [VarInt(ZigZag = true)] int H,
        [VarInt(ZigZag = true)] long I,
        [VarInt] int J) : IRequest<Done>;

    [Command(Kind.Split)]
    public readonly partial record struct Split(
        [Bits(1)] bool A, [Bits(3)] byte B, [Bits(12)] ushort C, [Bits(7)] byte D, [Bits(1)] bool E, [Bits(33)] ulong F, [Bits(31)] uint G, Nibbles Both, Nibbles More) : IRequest<Done>;

    /// <summary>One byte.</summary>
    public readonly record struct Nibbles([Bits(4)] byte High, [Bits(4), Expect(9)] byte Low);

    [Command(Kind.Chosen)]
    public readonly partial record struct Chosen(bool A, Size B, [LittleEndian] Size C, Marks D, [Bits(6)] Marks E, [Bits(2)] Marks F, [Expect(Size.Large)] Size G) : IRequest<Done>;

    [Command(Kind.Spelled)]
    public readonly partial record struct Spelled([Digits(";")] long A, [Digits("\r\n")] byte B, [Digits(" ")] ulong C, [Digits("--")] short D) : IRequest<Done>;

    [Command(Kind.Ruled)]
    public readonly partial record struct Ruled(
        [Between(-5, 5)] short A, [Between(0.5, 2.5)] double B, [OneOf(1, 2, 5)] byte C, [OneOf(Size.Small, Size.Huge)] Size D, [VarInt, Between(10, 300)] uint E) : IRequest<Done>;

    [Command(Kind.End, Closes = true)]
    public readonly partial record struct Stop : IRequest<Done>;

    [Reply(Kind.End)]
    public readonly partial record struct Done([Header(nameof(Head.Spare))] byte Spare, Size Size);

    [Fault(Kind.Split)]
    public readonly partial record struct Sorry(Trouble Code);

    public enum Trouble : byte
    {
        [Answers(FaultKind.UnknownCommand)] Unknown = 1,
        [Answers(FaultKind.Any)] Other = 2,
    }
}
