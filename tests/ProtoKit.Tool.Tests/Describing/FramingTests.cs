using System.Text.Json.Nodes;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Describing.Wireshark;

namespace ProtoKit.Tool.Tests.Describing;

/// <summary>Where a frame of bytes ends, what its checksum is, and the forms of numbers that the samples do not have.</summary>
public sealed class FramingTests
{
    private const string Tag = """{"step":"number","name":"tag","number":{"form":"fixed","bits":8},"role":"tag","expect":1}""";

    // The value holds each byte that some stuffing has to keep out.
    [Theory]
    [InlineData("""{"kind":"stuffed","stuffing":"slip"}""", "C0 01 DBDC DBDD 7E 7D 00 05 C0")]
    [InlineData("""{"kind":"stuffed","stuffing":"hdlc"}""", "7E 01 C0 DB 7D5E 7D5D 00 05 7E")]
    [InlineData("""{"kind":"stuffed","stuffing":"cobs"}""", "06 01 C0 DB 7E 7D 02 05 00")]
    [InlineData("""{"kind":"marked","start":2,"end":3}""", "02 01 C0 DB 7E 7D 00 05 03")]
    [InlineData("""{"kind":"fixed","size":7}""", "01 C0 DB 7E 7D 00 05")]
    public async Task A_frame_ends_where_its_framing_says(string framing, string hex)
    {
        var dissector = Dissector(framing, "", Tag + """,{"step":"block","field":"Data","extent":{"kind":"rest"}}""", """{"name":"Data","type":"Bytes","kind":"bytes"}""");
        foreach (var chunk in new[] { 1, 100 })
        {
            var names = await Tshark.NamesAsync(dissector, Capture($"{hex} {hex}", chunk), "probe");
            Assert.Equal(["c0:db:7e:7d:00:05", "c0:db:7e:7d:00:05"], names.Where(one => one.Field == "probe.say.data").Select(one => one.Value));
        }
    }

    // The check values of the catalogue of parametrised CRC algorithms, of "123456789".
    [Theory]
    [InlineData("crc16Modbus", "little", "374B", 0x4B37)]
    [InlineData("crc16Xmodem", "big", "31C3", 0x31C3)]
    [InlineData("crc32", "big", "CBF43926", 0xCBF43926)]
    [InlineData("xor8", "big", "31", 0x31)]
    [InlineData("sum8", "big", "DD", 0xDD)]
    public async Task A_checksum_is_verified_and_told(string kind, string order, string sum, long value)
    {
        var dissector = Dissector("""{"kind":"fields"}""", $$""","checksum":{"kind":"{{kind}}","order":"{{order}}"}""",
            """{"step":"block","field":"Text","extent":{"kind":"fixed","size":9}}""", """{"name":"Text","type":"string","kind":"text"}""");
        var said = await Tshark.RunAsync(dissector, Capture($"313233343536373839 {sum} 313233343536373839 {sum}", 1), "-V");
        Assert.Equal(3, said.Split($"Checksum: {value} [right]").Length);

        said = await Tshark.RunAsync(dissector, Capture($"313233343536373838 {sum}", 100), "-V");
        Assert.Contains($"Checksum: {value} [wrong, should be 0x", said);
        Assert.Contains("The checksum is wrong", said);
    }

    [Fact]
    public async Task Every_form_of_a_number_is_read()
    {
        string[] steps =
        [
            Tag, Number("Near", """{"form":"varInt","maxBytes":5,"order":"little","zigZag":true}"""), Number("Far", """{"form":"varInt","maxBytes":10,"order":"little"}"""),
            Number("High", """{"form":"varInt","maxBytes":3,"order":"big"}"""), Number("Rate", """{"form":"fixed","bits":32,"order":"big"}"""),
            Number("Exact", """{"form":"fixed","bits":64,"order":"little"}"""), Number("Wide", """{"form":"fixed","bits":64,"order":"little"}"""),
            Number("Below", """{"form":"fixed","bits":16,"order":"little","signed":true}"""), Number("Spelt", """{"form":"digits","end":";","signed":true}"""),
            """{"step":"block","field":"Name","extent":{"kind":"fixed","size":4,"pad":32}}""", """{"step":"block","field":"Note","extent":{"kind":"terminated","end":"\u0000"}}""",
            """{"step":"items","field":"List","extent":{"kind":"prefixed","prefix":{"form":"fixed","bits":8}},"item":{"step":"number","number":{"form":"fixed","bits":16}}}""",
        ];
        string[] fields =
        [
            Field("Near", "int", "integer"), Field("Far", "ulong", "integer"), Field("High", "int", "integer"), Field("Rate", "float", "real"), Field("Exact", "double", "real"),
            Field("Wide", "ulong", "integer"), Field("Below", "short", "integer"), Field("Spelt", "long", "integer"), Field("Name", "string", "text"), Field("Note", "string", "text"),
            """{"name":"List","type":"ushort[]","kind":"items","item":"ushort","itemKind":"integer"}""",
        ];
        var dissector = Dissector("""{"kind":"fields"}""", "", string.Join(',', steps), string.Join(',', fields));
        var names = await Tshark.NamesAsync(dissector,
            Capture("01 03 FFFFFFFFFFFFFFFFFF01 8100 3FC00000 000000000000F83F FEFFFFFFFFFFFFFF FEFF 2D31323B 61622020 6800 02 0001 FFFF", 1), "probe");

        Assert.Equal(
            ["near=-2", "far=18446744073709551615", "high=128", "rate=1.5", "exact=1.5", "wide=18446744073709551614", "below=-2", "spelt=-12", "name=ab", "note=h", "list.count=2",
                "list=1", "list=65535"],
            names.Where(one => one.Field.StartsWith("probe.say.", StringComparison.Ordinal)).Select(one => $"{one.Field["probe.say.".Length..]}={one.Value}"));
    }

    [Fact]
    public async Task A_frame_that_is_too_long_is_malformed_and_not_waited_for()
    {
        var dissector = Dissector("""{"kind":"header","lengthAt":1,"length":{"form":"fixed","bits":32}}""", "", $$"""{{Tag}},{"step":"number","name":"Length","number":{"form":"fixed","bits":32},"role":"length"}""", "");
        Assert.Contains("is longer than 64 bytes", await Tshark.RunAsync(dissector, Capture("01 7FFFFFFF 00", 100), "-V"));
    }

    private static string Number(string field, string number) => $$"""{"step":"number","field":"{{field}}","number":{{number}}}""";

    private static string Field(string name, string type, string kind) => $$"""{"name":"{{name}}","type":"{{type}}","kind":"{{kind}}"}""";

    private static CaptureFile Capture(string hex, int chunk)
    {
        var file = new CaptureFile(9100);
        foreach (var part in Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)).Chunk(chunk)) file.Add(true, part);
        return file;
    }

    private static string Dissector(string framing, string more, string steps, string fields)
    {
        var json = $$"""
            {"v":1,"type":"protocol","name":"probe","class":"Probe","port":9100,"wire":{"kind":"binary","maxFrame":64,"framing":{{framing}}{{more}}},
             "messages":[{"name":"Say","kind":"command","layout":"binary","oneWay":true,"fields":[{{fields}}],"steps":[{{steps}}]}]}
            """;
        var output = new StringWriter();
        new WiresharkDissector(DescriptionDocument.Read((JsonObject)JsonNode.Parse(json)!, "probe")).Write(output);
        return output.ToString();
    }
}
