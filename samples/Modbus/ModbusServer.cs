using ProtoKit;

namespace Samples.Modbus;

/// <summary>A device that is reached over TCP.</summary>
public sealed class ModbusServer(Device device) : Modbus.IServer
{
    public ValueTask<Modbus.Coils> Handle(Modbus.ReadCoils read, Modbus.Session session) => new(new Modbus.Coils(device.ReadCoils(read.Address, read.Count)));

    public ValueTask<Modbus.Holding> Handle(Modbus.ReadHolding read, Modbus.Session session) =>
        new(new Modbus.Holding(device.ReadHolding(read.Address, read.Count)));

    public ValueTask<Modbus.Input> Handle(Modbus.ReadInput read, Modbus.Session session) => new(new Modbus.Input(device.ReadInput(read.Address, read.Count)));

    public ValueTask<Modbus.CoilWritten> Handle(Modbus.WriteCoil write, Modbus.Session session)
    {
        device.WriteCoil(write.Address, write.Value == Modbus.Coil.On);
        return new(new Modbus.CoilWritten(write.Address, write.Value));
    }

    public ValueTask<Modbus.RegisterWritten> Handle(Modbus.WriteRegister write, Modbus.Session session)
    {
        device.WriteHolding(write.Address, [(byte)(write.Value >> 8), (byte)write.Value]);
        return new(new Modbus.RegisterWritten(write.Address, write.Value));
    }

    public ValueTask<Modbus.RegistersWritten> Handle(Modbus.WriteRegisters write, Modbus.Session session)
    {
        // 6.12: the number of bytes says the same as the number of registers.
        if (write.Values.Length != 2 * write.Count) throw new ProtocolFault(FaultKind.BadArgument, "two bytes a register");
        device.WriteHolding(write.Address, write.Values.Span);
        return new(new Modbus.RegistersWritten(write.Address, write.Count));
    }
}
