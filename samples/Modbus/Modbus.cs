using ProtoKit;

namespace Samples.Modbus;

/// <summary>Modbus over TCP: Modbus Messaging on TCP/IP Implementation Guide V1.0b and Modbus Application Protocol V1.1b3.</summary>
[Protocol("modbus", Port = 5020, Summary = "Registers and coils of a device, over TCP.")]
[BinaryWire(MaxFrame = "260B")]
[Frame<Modbus.Header>]
[Correlated(nameof(Header.Transaction))]
public sealed partial class Modbus
{
    /// <summary>What a request asks for: Application Protocol, section 6.</summary>
    public enum Function : byte
    {
        ReadCoils = 1,
        ReadHolding = 3,
        ReadInput = 4,
        WriteCoil = 5,
        WriteRegister = 6,
        WriteRegisters = 16,
    }

    /// <summary>Why a request was refused: Application Protocol, section 7.</summary>
    public enum Refusal : byte
    {
        [Answers(FaultKind.UnknownCommand)] IllegalFunction = 1,
        [Answers(FaultKind.NotFound)] IllegalAddress = 2,
        [Answers(FaultKind.BadArgument)] IllegalValue = 3,
        [Answers(FaultKind.Any)] DeviceFailure = 4,
        [Answers(FaultKind.Busy)] DeviceBusy = 6,
    }

    /// <summary>What a coil is set to: all other values are illegal.</summary>
    public enum Coil : ushort
    {
        Off = 0,
        On = 0xFF00,
    }

    /// <summary>MBAP header and function code. The code's high bit says that the request is refused.</summary>
    public readonly record struct Header(
        [Echo] ushort Transaction,
        [Expect(0)] ushort Protocol,
        [FrameLength] ushort Length,
        [Echo] byte Unit,
        [Bits(1), Expect(false)] bool Refused,
        [Bits(7), Tag] Function Function);

    [Command(Function.ReadCoils)]
    public readonly partial record struct ReadCoils(
        [Header(nameof(Header.Unit))] byte Unit, ushort Address, [Between(1, 2000)] ushort Count) : IRequest<Coils>;

    [Command(Function.ReadHolding)]
    public readonly partial record struct ReadHolding(
        [Header(nameof(Header.Unit))] byte Unit, ushort Address, [Between(1, 125)] ushort Count) : IRequest<Holding>;

    [Command(Function.ReadInput)]
    public readonly partial record struct ReadInput(
        [Header(nameof(Header.Unit))] byte Unit, ushort Address, [Between(1, 125)] ushort Count) : IRequest<Input>;

    [Command(Function.WriteCoil)]
    public readonly partial record struct WriteCoil([Header(nameof(Header.Unit))] byte Unit, ushort Address, Coil Value) : IRequest<CoilWritten>;

    [Command(Function.WriteRegister)]
    public readonly partial record struct WriteRegister([Header(nameof(Header.Unit))] byte Unit, ushort Address, ushort Value) : IRequest<RegisterWritten>;

    [Command(Function.WriteRegisters)]
    public readonly partial record struct WriteRegisters(
        [Header(nameof(Header.Unit))] byte Unit,
        ushort Address,
        [Between(1, 123)] ushort Count,
        [Prefixed8] Bytes Values) : IRequest<RegistersWritten>;

    [Reply(Function.ReadCoils)] public readonly partial record struct Coils([Prefixed8] Bytes Packed);
    [Reply(Function.ReadHolding)] public readonly partial record struct Holding([Prefixed8] Bytes Values);
    [Reply(Function.ReadInput)] public readonly partial record struct Input([Prefixed8] Bytes Values);
    [Reply(Function.WriteCoil)] public readonly partial record struct CoilWritten(ushort Address, Coil Value);
    [Reply(Function.WriteRegister)] public readonly partial record struct RegisterWritten(ushort Address, ushort Value);
    [Reply(Function.WriteRegisters)] public readonly partial record struct RegistersWritten(ushort Address, ushort Count);

    [Fault, HeaderValue(nameof(Header.Refused), true)]
    public readonly partial record struct Refused(Refusal Code);
}
