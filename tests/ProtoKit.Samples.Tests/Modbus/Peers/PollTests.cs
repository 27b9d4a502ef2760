using System.Globalization;
using ProtoKit;
using Samples.Modbus;
using Samples.Tests.Peers;
using Xunit;

namespace Samples.Tests.Devices;

/// <summary>mbpoll, which is a Modbus master for the command line.</summary>
public sealed class PollTests
{
    [Fact]
    public async Task Registers_and_coils_are_written_and_read()
    {
        var device = new Device();
        await using var server = Serving.Start(Samples.Modbus.Modbus.Service(() => new ModbusServer(device)));
        await PollAsync(server, ["-t", "4", "-r", "10", "127.0.0.1", "258", "65535"]);
        await PollAsync(server, ["-t", "4", "-r", "12", "127.0.0.1", "7"]);
        await PollAsync(server, ["-t", "0", "-r", "3", "127.0.0.1", "1"]);
        Assert.Equal([258, 65535, 7], Values(await PollAsync(server, ["-t", "4", "-r", "10", "-c", "3", "-1", "127.0.0.1"])));
        Assert.Equal([0, 1, 0], Values(await PollAsync(server, ["-t", "0", "-r", "2", "-c", "3", "-1", "127.0.0.1"])));
        Assert.Equal([3, 1], Values(await PollAsync(server, ["-t", "3", "-r", "0", "-c", "2", "-1", "127.0.0.1"])));
    }

    [Fact]
    public async Task What_is_not_there_is_refused_in_Modbus_own_words()
    {
        var device = new Device();
        await using var server = Serving.Start(Samples.Modbus.Modbus.Service(() => new ModbusServer(device)));
        using var poll = ForeignProgram.Start("mbpoll", ["-0", "-p", Port(server), "-r", "999", "-c", "2", "-1", "127.0.0.1"]);
        var (_, complaint) = await poll.EndAsync();
        Assert.Contains("Illegal data address", poll.Said + complaint, StringComparison.Ordinal);
    }

    private static Task<string> PollAsync(ProtocolServer server, string[] arguments) => ForeignProgram.RunAsync("mbpoll", ["-0", "-p", Port(server), .. arguments]);

    private static string Port(ProtocolServer server) => server.Listeners[0].Endpoint.Port.ToString(CultureInfo.InvariantCulture);

    // [10]:   258, or [11]:  65535 (-1)
    private static IEnumerable<int> Values(string said) => said.Split('\n')
        .Where(line => line.StartsWith('['))
        .Select(line => int.Parse(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('(')[0], CultureInfo.InvariantCulture));
}
