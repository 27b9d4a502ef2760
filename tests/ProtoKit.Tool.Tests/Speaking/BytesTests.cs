using System.Text.Json;
using static ProtoKit.Tool.Tests.Speaking.ByteServer;

namespace ProtoKit.Tool.Tests.Speaking;

/// <summary>Wires of bytes, by the examples of their standards.</summary>
public sealed class BytesTests
{
    [Theory]
    [InlineData("0000 0000 0006 11 03 006B 0003", "0000 0000 0009 11 03 06 022B00000064", "\\x02+\\x00\\x00\\x00d\n", "readHolding", "unit=17", "address=107", "count=3")]
    [InlineData("0000 0000 0006 11 03 006B 0003", "0000 0000 0009 11 03 06 022B00000064", "\\x02+\\x00\\x00\\x00d\n", "readholding", "17", "107", "3")]
    [InlineData("0000 0000 000B 11 10 0001 0002 04 000A0102", "0000 0000 0006 11 10 0001 0002", "address=1 count=2\n", "writeRegisters", "17", "1", "2", "0x000A0102")]
    [InlineData("0000 0000 0006 11 05 00AC FF00", "0000 0000 0006 11 05 00AC FF00", "address=172 value=On\n", "writeCoil", "17", "172", "on")]
    [InlineData("0000 0000 0006 11 05 00AC FF00", "0000 0000 0006 11 05 00AC FF00", "address=172 value=On\n", "writeCoil", "17", "172", "value=65280")]
    public async Task A_call_is_the_bytes_of_its_fields(string sent, string answer, string shown, params string[] words)
    {
        using var server = new ByteServer((Hex(sent), Hex(answer)));
        var run = await server.CallAsync("modbus", words);
        Assert.Null(server.Wrong);
        Assert.Equal((0, shown, ""), (run.Exit, run.Out, run.Error));
    }

    [Fact]
    public async Task A_fault_of_bytes_is_told_by_its_code()
    {
        using var server = new ByteServer((Hex("0000 0000 0006 11 01 0013 0013"), Hex("0000 0000 0003 11 81 02")));
        var run = await server.CallAsync("modbus", "readCoils", "17", "19", "19");
        Assert.Equal((1, "", "error: IllegalAddress: the server refuses\n"), (run.Exit, run.Out, run.Error));
    }

    [Fact]
    public async Task A_frame_that_ends_where_its_fields_end_is_measured()
    {
        using var server = new ByteServer((Hex("11 03 006B 0003 7687"), Hex("11 03 06 022B00000064 C8BA")));
        var run = await server.CallAsync("modbus-rtu", "read", "17", "107", "3");
        Assert.Null(server.Wrong);
        Assert.Equal((0, "\\x02+\\x00\\x00\\x00d\n", ""), (run.Exit, run.Out, run.Error));
    }

    [Theory]
    [InlineData("0000 0000 0003 11 03 01 00", 9)]
    [InlineData("0000 0000 0003 11 83 63", 9)]
    [InlineData("0000 0000 FFFF 11 03", 9)]
    public async Task An_answer_that_is_none_is_found_out(string answer, int exit)
    {
        using var server = new ByteServer((Hex("0000 0000 0006 11 03 006B 0003"), Hex(answer)));
        var run = await server.CallAsync("modbus", "readHolding", "17", "107", "3");
        Assert.Equal((exit, ""), (run.Exit, run.Out));
    }

    [Theory]
    [InlineData("modbus", "readHolding 17 107 0", "count: '0' is not between 1 and 125")]
    [InlineData("modbus", "readHolding 300 107 1", "unit: '300' is not byte")]
    [InlineData("modbus", "readHolding 17 107", "readholding needs count")]
    [InlineData("modbus", "writeCoil 17 1 2", "value: '2' is not Off, On")]
    [InlineData("mqtt", "publish flags=1 topic=a payload=b", "flags is a record: say its members")]
    [InlineData("mqtt", "publish topic=a packet=1 payload=b", "packet is not there unless flags.qoS says so")]
    [InlineData("mqtt", "publish qos=1 topic=a payload=b", "packet is missing: flags.qoS says that it is there")]
    [InlineData("mqtt", "subscribe 1 a/b 1 c", "filters takes 2 words at a time, not 3")]
    [InlineData("mqtt", "subscribe 1", "filters needs at least 1")]
    public async Task What_cannot_be_said_is_refused_before_it_is_sent(string protocol, string words, string message)
    {
        using var server = new ByteServer((Hex("00"), []));
        var run = await server.CallAsync(protocol, words.Split(' '));
        Assert.Equal((2, ""), (run.Exit, run.Out));
        Assert.Contains(message, run.Error);
    }

    [Fact]
    public async Task What_a_server_says_unasked_is_shown_as_it_comes()
    {
        using var server = new ByteServer(
            (Hex("10 0E 0004 4D515454 04 02 003C 0002 6D65"), Hex("20 02 00 00")),
            (Hex("82 0D 0001 0003 612F62 01 0002 2F23 00"), Hex("90 04 0001 01 00 30 07 0003 612F62 6869")),
            (Hex("32 0B 0003 612F62 0007 00FF 6869"), Hex("40 02 0007")),
            (Hex("30 06 0003 612F62 78"), []),
            (Hex("C0 00"), Hex("D0 00")),
            (Hex("E0 00"), []));
        const string Lines = """
            connect level=4 cleanSession=1 keepAlive=60 clientId=me
            subscribe 1 a/b 1 /# 0
            publish flags.qoS=AtLeastOnce topic=a/b packet=7 payload=0x00FF6869
            publish a/b x
            ping
            disconnect

            """;
        var run = await server.SayAsync("mqtt", Lines);
        Assert.Null(server.Wrong);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        var push = "publish flags.duplicate=false flags.qoS=AtMostOnce flags.retain=false topic=a/b payload=hi";
        Assert.Contains(push + "\n", run.Out);
        Assert.Equal("sessionPresent=false code=Accepted\npacket=1 granted=1 0\n7\nPong\n", run.Out.Replace(push + "\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task As_json_a_record_is_an_object_and_a_list_an_array()
    {
        using var server = new ByteServer((Hex("82 08 0001 0003 612F62 01"), Hex("90 03 0001 01")));
        var json = JsonDocument.Parse((await server.CallAsync("mqtt", "subscribe", "packet=1", "filters=a/b,1", "--json")).Out).RootElement;
        Assert.Equal("""{"packet":1,"filters":[{"filter":"a/b","qoS":1}]}""", json.GetProperty("request").GetProperty("fields").ToString());
        Assert.Equal("""{"packet":1,"granted":[1]}""", json.GetProperty("replies")[0].GetProperty("fields").ToString());
    }

    [Fact]
    public async Task Where_every_command_could_change_something_a_probe_only_connects()
    {
        using var server = new ByteServer((Hex("00"), []));
        var run = await server.ProbeAsync("modbus");
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("accepts connections; modbus has nothing harmless to ask", run.Out);
    }
}
