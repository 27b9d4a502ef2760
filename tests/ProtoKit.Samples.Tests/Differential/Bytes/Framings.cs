using ProtoKit;

namespace Samples.Tests;

/// <summary>Frames of one size, with a CRC-32.</summary>
[Protocol("sized")]
[BinaryWire]
[FixedFrame(24)]
[Checksum(ChecksumKind.Crc32)]
public sealed partial class Sized
{
    [Command(1)] public readonly partial record struct Say(ushort Number, [Prefixed8, MaxBytes(12)] string Text) : IRequest<Done>;
    [Command(2)] public readonly partial record struct Noop : IRequest<Done>;
    [Command(3, Closes = true)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done(int Number);
}

/// <summary>SLIP, with all bytes combined.</summary>
[Protocol("slip")]
[BinaryWire(MaxFrame = "40B")]
[StuffedFrame(Stuffing.Slip)]
[Checksum(ChecksumKind.Xor8)]
public sealed partial class Slip
{
    [Command(0xC0)] public readonly partial record struct Raw([Rest] Bytes Data) : IRequest<Done>;
    [Command(0xDB)] public readonly partial record struct Say([Rest] string Text) : IRequest<Done>;
    [Command(3, Closes = true)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done([Rest] Bytes Data);
}

/// <summary>HDLC, with a CRC.</summary>
[Protocol("hdlc")]
[BinaryWire(MaxFrame = "40B", ByteOrder = ByteOrder.LittleEndian)]
[StuffedFrame(Stuffing.Hdlc)]
[Checksum(ChecksumKind.Crc16Xmodem, ByteOrder = ByteOrder.LittleEndian)]
public sealed partial class Hdlc
{
    [Command(0x7E)] public readonly partial record struct Raw([Rest] Bytes Data) : IRequest<Done>;
    [Command(0x7D)] public readonly partial record struct Pair(ushort A, [Rest] IReadOnlyList<ushort> B) : IRequest<Done>;
    [Command(3, Closes = true)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done([Rest] Bytes Data);
}

/// <summary>COBS, with messages longer than its longest run.</summary>
[Protocol("cobs")]
[BinaryWire(MaxFrame = "1KiB")]
[StuffedFrame(Stuffing.Cobs)]
[Checksum(ChecksumKind.Crc32, ByteOrder = ByteOrder.LittleEndian)]
public sealed partial class Cobs
{
    [Command(0)] public readonly partial record struct Raw([Rest] Bytes Data) : IRequest<Done>;
    [Command(1)] public readonly partial record struct Long([Fixed(200, Pad = 7)] string A, [Fixed(260, Pad = 1)] string B, [Fixed(100, Pad = 255)] string C) : IRequest<Done>;
    [Command(3, Closes = true)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done([Rest] Bytes Data);
}

/// <summary>Between STX and ETX.</summary>
[Protocol("marked")]
[BinaryWire(MaxFrame = "32B")]
[MarkedFrame(0x02, 0x03)]
public sealed partial class Marked
{
    [Command('S')] public readonly partial record struct Say([Digits("|")] int Number, [Rest] string Text) : IRequest<Done>;
    [Command('N')] public readonly partial record struct Noop : IRequest<Done>;
    [Command('Q', Closes = true)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply('D')] public readonly partial record struct Done([Rest] string Text);
}

/// <summary>A length of eight bytes, the least significant first, that counts three bytes less than there are; the tag stands before it.</summary>
[Protocol("wide")]
[BinaryWire(MaxFrame = "64B", ByteOrder = ByteOrder.LittleEndian)]
[Frame<Wide.Head>]
[Checksum(ChecksumKind.Crc16Xmodem)]
public sealed partial class Wide
{
    public readonly record struct Head([Tag] uint Kind, [FrameLength(Adjust = -3)] ulong Length, [Expect(7)] byte Seven, byte Free);

    [Command(0x01020304)] public readonly partial record struct Say([Rest] string Text, [Header(nameof(Head.Free))] byte Free) : IRequest<Done>;
    [Command(5, Closes = true), HeaderValue(nameof(Head.Seven), 8)] public readonly partial record struct Quit : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done;
}

/// <summary>A length of one byte at the very front, and one command, which needs no tag.</summary>
[Protocol("narrow")]
[BinaryWire(MaxFrame = "32B")]
[Frame<Narrow.Head>]
public sealed partial class Narrow
{
    public readonly record struct Head([FrameLength(Adjust = 1)] byte Length);

    [Command] public readonly partial record struct Say([Rest] string Text) : IRequest<Done>;
    [Reply] public readonly partial record struct Done([Rest] Bytes Text);
}

/// <summary>A length of four bytes behind a byte that is nobody's, most significant group first.</summary>
[Protocol("grouped")]
[BinaryWire(MaxFrame = "600B")]
[Frame<Grouped.Head>]
public sealed partial class Grouped
{
    public readonly record struct Head(byte Any, [Bits(4)] byte Half, [Bits(4), Tag] byte Kind, [VarInt(MaxBytes = 2, ByteOrder = ByteOrder.BigEndian), FrameLength] ushort Length);

    [Command(1)] public readonly partial record struct Say([Fixed(150)] string Long, [Header(nameof(Head.Half)), Bits(4)] byte Half) : IRequest<Done>;
    [Command(2)] public readonly partial record struct Noop : IRequest<Done>;
    [Reply(1)] public readonly partial record struct Done;
}
