using System.Diagnostics;
using ProtoKit;
using Samples.Modbus;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Devices;

/// <summary>Python's Modbus library, over TCP and as on a serial line.</summary>
public sealed class PymodbusTests
{
    private const string OverTcp = """
        import os
        from pymodbus.client import ModbusTcpClient
        c = ModbusTcpClient('127.0.0.1', port=int(os.environ['PORT']))
        c.connect()
        print(c.write_registers(3, [1, 65535, 258], slave=7))
        print(c.read_holding_registers(2, 5, slave=7).registers)
        print(c.write_register(2, 9, slave=7))
        print(c.read_holding_registers(2, 1, slave=7).registers)
        print(c.write_coil(9, True, slave=7).value)
        print(c.read_coils(8, 3, slave=7).bits[:3])
        print(c.read_input_registers(0, 2, slave=7).registers)
        print(c.read_holding_registers(999, 2, slave=7).exception_code)
        print(c.read_discrete_inputs(0, 2, slave=7).exception_code)
        c.close()
        """;

    private const string AsOnALine = """
        import os
        from pymodbus.client import ModbusTcpClient
        from pymodbus.framer.rtu_framer import ModbusRtuFramer
        c = ModbusTcpClient('127.0.0.1', port=int(os.environ['PORT']), framer=ModbusRtuFramer)
        c.connect()
        print(c.write_register(3, 4660, slave=17))
        print(c.read_holding_registers(2, 3, slave=17).registers)
        print(c.read_holding_registers(999, 2, slave=17).exception_code)
        c.close()
        """;

    [Fact]
    public async Task Over_TCP_it_writes_and_reads()
    {
        var device = new Device();
        await using var server = Serving.Start(Samples.Modbus.Modbus.Service(() => new ModbusServer(device)));
        Assert.Equal(
            """
            WriteMultipleRegisterResponse (3,3)
            [0, 1, 65535, 258, 0]
            WriteRegisterResponse 2 => 9
            [9]
            True
            [False, True, False]
            [3, 1]
            2
            1

            """,
            await RunAsync(server, OverTcp));
    }

    [Fact]
    public async Task As_on_a_serial_line_it_writes_and_reads()
    {
        var device = new Device();
        await using var server = Serving.Start(ModbusRtu.Service(() => new ModbusRtuServer(device)));
        Assert.Equal("WriteRegisterResponse 3 => 4660\n[0, 4660, 0]\n2\n", await RunAsync(server, AsOnALine));
    }

    private static async Task<string> RunAsync(ProtocolServer server, string script)
    {
        using var python = ForeignProgram.Start(Python(), ["-c", script], server.Listeners[0].Endpoint.Port);
        var (exit, complaint) = await python.EndAsync();
        Assert.True(exit == 0, complaint);
        return python.Said;
    }

    // Debian's package is Debian's Python's; another one may come first on PATH.
    private static string Python()
    {
        var one = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(HasPymodbus);
        Assert.SkipWhen(one is null, "no Python here has pymodbus");
        return one!;
    }

    private static bool HasPymodbus(string python)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", "import pymodbus.client"]) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
