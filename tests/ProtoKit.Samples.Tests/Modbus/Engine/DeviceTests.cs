using ProtoKit;
using Samples.Modbus;
using Xunit;

namespace Samples.Tests.Devices;

public sealed class DeviceTests
{
    private readonly Device device = new(registers: 10, coils: 20);

    [Fact]
    public void A_register_is_two_bytes_and_the_greater_one_comes_first()
    {
        device.WriteHolding(8, [0x12, 0x34, 0xAB, 0xCD]);
        Assert.Equal([0, 0, 0x12, 0x34, 0xAB, 0xCD], device.ReadHolding(7, 3));
    }

    [Fact]
    public void Coils_fill_bytes_from_their_least_bit_on_as_in_the_examples_of_section_6_1()
    {
        // Outputs 20 to 27: ON-ON-OFF-OFF-ON-ON-OFF-ON from the greatest to the least is CD.
        foreach (var i in new[] { 0, 2, 3, 6, 7, 8 }) device.WriteCoil(i, on: true);
        Assert.Equal([0xCD, 0x01], device.ReadCoils(0, 10));
        Assert.Equal([0x06], device.ReadCoils(1, 3));
        device.WriteCoil(8, on: false);
        Assert.Equal([0xCD, 0x00], device.ReadCoils(0, 16));
    }

    [Fact]
    public void Input_registers_count_what_happens()
    {
        device.WriteCoil(3, on: true);
        device.WriteCoil(3, on: true);
        device.WriteHolding(0, [0, 1]);
        Assert.Equal([0, 3, 0, 1], device.ReadInput(0, 2));
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(9, 2)]
    [InlineData(65535, 125)]
    public void What_is_not_there_is_refused_and_nothing_of_it_written(int address, int count)
    {
        Assert.Equal(FaultKind.NotFound, Assert.Throws<ProtocolFault>(() => device.ReadHolding(address, count)).Kind);
        Assert.Throws<ProtocolFault>(() => device.WriteHolding(address, new byte[2 * count]));
        Assert.Throws<ProtocolFault>(() => device.WriteCoil(20, on: true));
        Assert.Throws<ProtocolFault>(() => device.ReadCoils(address + 10, count));
        Assert.Throws<ProtocolFault>(() => device.ReadInput(address, count));
        Assert.Equal(new byte[20], device.ReadHolding(0, 10));
        Assert.Equal([0, 0], device.ReadInput(0, 1));
    }
}
