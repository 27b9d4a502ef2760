using ProtoKit;

namespace Samples.Modbus;

/// <summary>The same registers as on a serial line, framed by nothing but their fields, with a CRC at the end: Modbus over Serial Line V1.02, section 2.5.1.</summary>
[Protocol("modbus-rtu", Port = 5021, Summary = "Registers of a device, as on a serial line.")]
[BinaryWire(MaxFrame = "256B")]
[Frame<ModbusRtu.Address>]
[Checksum(ChecksumKind.Crc16Modbus, ByteOrder = ByteOrder.LittleEndian)]
public sealed partial class ModbusRtu
{
    public readonly record struct Address([Echo] byte Unit, [Bits(1), Expect(false)] bool Refused, [Bits(7), Tag] Modbus.Function Function);

    [Command(Modbus.Function.ReadHolding)]
    public readonly partial record struct Read([Header(nameof(Address.Unit))] byte Unit, ushort Start, [Between(1, 125)] ushort Count) : IRequest<Values>;

    [Command(Modbus.Function.WriteRegister)]
    public readonly partial record struct Write([Header(nameof(Address.Unit))] byte Unit, ushort Register, ushort Value) : IRequest<Written>;

    [Reply(Modbus.Function.ReadHolding)] public readonly partial record struct Values([Prefixed8] Bytes Registers);
    [Reply(Modbus.Function.WriteRegister)] public readonly partial record struct Written(ushort Register, ushort Value);

    // What is not understood is not answered (section 2.4.1 of the same document), so there is no fault for all the other kinds.
    [Fault(Answers = FaultKind.NotFound), HeaderValue(nameof(Address.Refused), true)] public readonly partial record struct NoSuchAddress(Modbus.Refusal Code);
    [Fault(Answers = FaultKind.BadArgument), HeaderValue(nameof(Address.Refused), true)] public readonly partial record struct NoSuchValue(Modbus.Refusal Code);
    [Fault(Answers = FaultKind.Internal), HeaderValue(nameof(Address.Refused), true)] public readonly partial record struct Failure(Modbus.Refusal Code);
}
