using ProtoKit;
using ProtoKit.Sessions;
using Samples.Modbus;
using ModbusWire = Samples.Modbus.Modbus;

namespace Samples.Tests.Devices;

/// <summary>A device whose memory is empty.</summary>
internal sealed class ModbusStage : Stage
{
    private Device device = new();

    public ModbusStage() => Service = ModbusWire.Service(() => new ModbusServer(device));

    public override ProtocolService Service { get; }

    public override void Reset(ReadOnlySpan<byte> answer) => device = new Device();
}

/// <summary>The same as on a serial line.</summary>
internal sealed class ModbusRtuStage : Stage
{
    private Device device = new();

    public ModbusRtuStage() => Service = ModbusRtu.Service(() => new ModbusRtuServer(device));

    public override ProtocolService Service { get; }

    public override void Reset(ReadOnlySpan<byte> answer) => device = new Device();
}
