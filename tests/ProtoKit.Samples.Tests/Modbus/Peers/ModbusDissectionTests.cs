using ProtoKit;
using Samples.Modbus;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Devices;

/// <summary>Wireshark's own Modbus dissectors read what the device says.</summary>
public sealed class ModbusDissectionTests
{
    [Fact]
    public async Task Every_frame_over_TCP_is_one_that_it_knows()
    {
        await using var server = Serving.Start(Samples.Modbus.Modbus.Service(() => new ModbusServer(new Device())));
        var codes = await DissectAsync(server, "modbus", 502);
        Assert.Equal(["1", "16", "3", "4", "5", "6", "7"], codes);
    }

    [Fact]
    public async Task Every_frame_as_on_a_serial_line_has_the_right_CRC()
    {
        await using var server = Serving.Start(ModbusRtu.Service(() => new ModbusRtuServer(new Device())));
        var codes = await DissectAsync(server, "modbus-rtu", 5021, "-d", "tcp.port==5021,mbrtu", "-o", "mbrtu.crc_verification:TRUE");
        Assert.Equal(["3", "6"], codes);
    }

    private static async Task<IEnumerable<string>> DissectAsync(ProtocolServer server, string sample, ushort port, params string[] options)
    {
        using var tapped = new TappedServer(server, port);
        foreach (var transcript in Transcript.OfSample(sample).Where(transcript => !transcript.Name.StartsWith("broken", StringComparison.Ordinal)))
        {
            using var peer = await Peer.ConnectAsync(ProtoKit.Transports.Endpoint.Parse($"tcp://127.0.0.1:{tapped.Port}"));
            foreach (var exchange in transcript.Exchanges)
            {
                await peer.SendAsync(exchange.Sent);
                await peer.ReceiveAsync(answer => exchange.Answer.Is(answer));
            }
        }

        var lines = await Dissection.OfAsync(tapped.Capture, "modbus.func_code", options);
        return lines.SelectMany(line => line.Split(',')).Distinct().Order(StringComparer.Ordinal);
    }
}
