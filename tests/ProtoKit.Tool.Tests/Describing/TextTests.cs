namespace ProtoKit.Tool.Tests.Describing;

/// <summary>What <c>describe</c> says of wires of bytes, and which forms it has.</summary>
public sealed class TextTests
{
    [Fact]
    public async Task Messages_of_bytes_are_told_on_a_line()
    {
        var text = await Described.AsAsync("text", "modbus");

        Assert.Contains("wire   bytes in frames; u16 at byte 4 counts the bytes behind it, at most 260B", text);
        Assert.Contains("answers come in any order and name their command by Transaction", text);
        Assert.Contains("<refused:1 bit=0> <function:7 bits=3> <address:u16> <count:u16>  -> Holding", text);
        Assert.Contains("count: ushort, 1 to 125", text);
        Assert.Contains("Coil      Off 0, On 65280", text);
    }

    [Fact]
    public async Task Options_states_and_unions_are_told()
    {
        var text = await Described.AsAsync("text", "redis");

        Assert.Contains("states Anonymous, Ready, Subscribed", text);
        Assert.Contains("SET <key> <value>[ EX <seconds>][ PX <milliseconds>][ NX][ XX][ GET]", text);
        Assert.Contains("-> Ok, in Anonymous or Ready, then Ready", text);
        Assert.Contains("union Resp", text);
        Assert.Contains("milliseconds: long, may be absent, not together with seconds, behind PX", text);
    }

    [Fact]
    public async Task A_form_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var run = await ToolRun.OfAsync("describe", Described.File("redis"), "--format", "html");

        Assert.Equal(2, run.Exit);
        Assert.Contains("'html' is no format of this protokit: text, json, markdown, mermaid, wireshark", run.Error);
    }

    [Theory]
    [InlineData("ClientId", "client_id")]
    [InlineData("WillQoS", "will_qos")]
    [InlineData("RESPArray", "resp_array")]
    [InlineData("Client_", "client")]
    [InlineData("ftp-classic", "ftp-classic")]
    public void A_filter_name_has_small_letters(string name, string filter) => Assert.Equal(filter, ProtoKit.Tool.Describing.Wireshark.FilterName.Of(name));
}
