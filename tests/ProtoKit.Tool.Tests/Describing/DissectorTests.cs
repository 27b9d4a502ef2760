using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Describing.Wireshark;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>tshark loads what <c>describe --format wireshark</c> writes, and names every field of what it captured.</summary>
public sealed class DissectorTests
{
    private static readonly IReadOnlyDictionary<string, Func<Talk>> Talks = new Dictionary<string, Func<Talk>>
    {
        ["ftp"] = () => TextTalks.Ftp,
        ["echo"] = () => TextTalks.Echo,
        ["redis"] = () => TextTalks.Redis,
        ["modbus"] = () => BinaryTalks.Modbus,
        ["mqtt"] = () => BinaryTalks.Mqtt,
    };

    public static TheoryData<string, Chunks> Cuts => [.. Talks.Keys.SelectMany(name => Enum.GetValues<Chunks>().Select(chunks => (name, chunks)))];

    public static TheoryData<string> Names => [.. Talks.Keys];

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Every_field_of_every_message_is_named(string name, Chunks chunks)
    {
        var talk = Talks[name]();
        var names = await Tshark.NamesAsync(Dissector(name), talk.Capture(chunks), talk.Protocol);

        // Which frame a command was in depends on the cutting.
        var expected = talk.Expected(chunks).Where(one => chunks == Chunks.Messages || !one.Contains(".answers=", StringComparison.Ordinal));
        InOrder(expected, [.. names.Select(one => $"{one.Field}={one.Value}")]);
        Assert.Equal(talk.Expected(chunks).Count(one => one.StartsWith($"{talk.Protocol}.message=", StringComparison.Ordinal)), names.Count(one => one.Field == $"{talk.Protocol}.message"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_that_comes_stops_it(string name)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var said = await Tshark.RunAsync(Dissector(name), Talks[name]().Broken(seed), "-V", "-2");
            Assert.NotEmpty(said);
        }
    }

    [Fact]
    public async Task What_was_not_declared_is_said_to_be_malformed()
    {
        var capture = new CaptureFile(1883);
        // A SUBSCRIBE without its packet, and a kind that MQTT does not have.
        capture.Add(true, [0x82, 0x01, 0x00, 0xF0, 0x00]);
        var said = await Tshark.RunAsync(Dissector("mqtt"), capture, "-V");

        Assert.Contains("Subscribe ends too early", said);
        Assert.Contains("Unknown message is no message with this tag", said);
    }

    [Fact]
    public async Task A_value_that_is_not_allowed_is_named_and_noted()
    {
        var capture = new CaptureFile(5020);
        capture.Add(true, Convert.FromHexString("000100000006110300000000"));
        var said = await Tshark.RunAsync(Dissector("modbus"), capture, "-V");

        Assert.Contains("Count: 0", said);
        Assert.Contains("is less than 1", said);
    }

    [Fact]
    public async Task A_command_knows_its_answer()
    {
        var said = await Tshark.RunAsync(Dissector("ftp"), TextTalks.Ftp.Capture(Chunks.Messages), "-V", "-2");

        Assert.Contains("Answered in frame: 2", said);
        Assert.Contains("Answers the command in frame: 1", said);
    }

    [Fact]
    public async Task On_another_port_whoever_speaks_first_is_the_client()
    {
        var capture = new CaptureFile(2929);
        capture.Add(true, "G a\r\n"u8);
        capture.Add(false, "OK 1\r\nx"u8);
        var names = (await Tshark.RunAsync(Dissector("ftp"), capture, "-V", "-d", "tcp.port==2929,protokit.ftp")).ReplaceLineEndings("\n");

        Assert.Contains("FTP, Get", names);
        Assert.Contains("FTP, Content", names);
    }

    [Fact]
    public void It_is_the_same_each_time_and_as_wide_as_can_be_read()
    {
        var text = Dissector("redis");

        Assert.Equal(text, Dissector("redis"));
        Assert.DoesNotContain('\t', text);
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    // Each has to come behind the one before it.
    private static void InOrder(IEnumerable<string> expected, IReadOnlyList<string> names)
    {
        var at = 0;
        foreach (var one in expected)
        {
            var found = names.Skip(at).ToList().IndexOf(one);
            Assert.True(found >= 0, $"no {one} behind the first {at} of:\n{string.Join('\n', names)}");
            at += found + 1;
        }
    }

    private static string Dissector(string name)
    {
        var output = new StringWriter();
        new WiresharkDissector(Described.Protocol(name)).Write(output);
        return output.ToString();
    }
}
