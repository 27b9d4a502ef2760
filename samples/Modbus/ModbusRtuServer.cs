namespace Samples.Modbus;

/// <summary>The same device as on a serial line.</summary>
public sealed class ModbusRtuServer(Device device) : ModbusRtu.IServer
{
    public ValueTask<ModbusRtu.Values> Handle(ModbusRtu.Read read, ModbusRtu.Session session) =>
        new(new ModbusRtu.Values(device.ReadHolding(read.Start, read.Count)));

    public ValueTask<ModbusRtu.Written> Handle(ModbusRtu.Write write, ModbusRtu.Session session)
    {
        device.WriteHolding(write.Register, [(byte)(write.Value >> 8), (byte)write.Value]);
        return new(new ModbusRtu.Written(write.Register, write.Value));
    }
}
