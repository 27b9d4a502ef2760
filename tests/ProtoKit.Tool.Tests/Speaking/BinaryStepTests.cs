using System.Buffers;
using System.Text.Json.Nodes;
using ProtoKit.Tool.Descriptions;
using ProtoKit.Tool.Speaking;
using ProtoKit.Wire;

namespace ProtoKit.Tool.Tests.Speaking;

/// <summary>Each form that a field of bytes has, in frames of each kind.</summary>
public sealed class BinaryStepTests
{
    private static readonly Dictionary<string, object?> Values = new()
    {
        ["Tiny"] = "-2", ["Small"] = "513", ["Large"] = "18446744073709551615", ["Var"] = "300", ["Zig"] = "-3", ["Count"] = "-12", ["Half"] = "0.5", ["Real"] = "1.25",
        ["Yes"] = "true", ["Mode"] = "Fast", ["Rights"] = "Read|Write", ["Name"] = "ab", ["Line"] = "hé", ["Nothing"] = null, ["Data"] = "0x3031", ["List"] = new[] { "1", "2" },
        ["Parts"] = new[] { Part("7", null), Part("8", "x") }, ["Rest"] = "the end",
    };

    public static TheoryData<string, string> Framings => new()
    {
        { """{"kind":"stuffed","stuffing":"slip"}""", """{"kind":"crc32","order":"big"}""" },
        { """{"kind":"stuffed","stuffing":"hdlc"}""", """{"kind":"crc16Xmodem","order":"little"}""" },
        { """{"kind":"stuffed","stuffing":"cobs"}""", """{"kind":"sum8","order":"big"}""" },
    };

    [Theory]
    [MemberData(nameof(Framings))]
    public void What_is_written_reads_back(string framing, string checksum)
    {
        var protocol = DescriptionDocument.Read((JsonObject)JsonNode.Parse(Json(framing, checksum))!, "here");
        var message = protocol.Message("All")!;
        var format = DescribedWire.FormatOf(protocol);
        var output = new ArrayBufferWriter<byte>();
        var writer = new FieldWriter(format);
        StepWriter.Write(ref writer, new Saying(message, Values) { Protocol = protocol });
        writer.Commit(output);
        writer.Dispose();

        var input = new WireInput(format) { HoldsAnswers = true };
        input.Feed(new ReadOnlySequence<byte>(output.WrittenMemory));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        var fields = DescribedWire.FieldsOf(format, frame);
        var reader = new StepReader(protocol);
        Assert.True(reader.Matches(ref fields, message));
        Assert.True(reader.TryRead(ref fields, message, out var heard, out _));
        Assert.Equal("01", heard.Values["Data"]);
        foreach (var (name, value) in Values)
        {
            if (name is not ("Data" or "Parts")) Assert.Equal(value, heard.Values[name]);
        }

        var parts = Assert.IsType<PartValue[]>(heard.Values["Parts"]);
        Assert.Equal(["7:", "8:x"], parts.Select(part => $"{part.Values["Kind"]}:{part.Values["Text"]}"));
    }

    [Theory]
    [InlineData("""{"kind":"spoken"}""", "{}")]
    [InlineData("""{"kind":"stuffed","stuffing":"wool"}""", "{}")]
    [InlineData("""{"kind":"fixed","size":9}""", """{"kind":"md5"}""")]
    public void A_wire_of_another_time_is_refused(string framing, string checksum)
    {
        var protocol = DescriptionDocument.Read((JsonObject)JsonNode.Parse(Json(framing, checksum))!, "here");
        var error = Assert.Throws<ProtoKit.Tool.Errors.ToolError>(() => DescribedWire.FormatOf(protocol));
        Assert.Equal("the wire of all is not one that this protokit speaks", error.Message);
    }

    private static PartValue Part(string kind, string? text) => new("Part", [], new Dictionary<string, object?> { ["Kind"] = kind, ["Text"] = text });

    private static string Json(string framing, string checksum) => """
        {"v":1,"type":"protocol","name":"all","wire":{"kind":"binary","maxFrame":4096,"framing":FRAMING,"checksum":CHECKSUM},
        "enums":[{"type":"Mode","words":["Slow","Fast"],"values":[1,2]},{"type":"Rights","words":["None","Read","Write"],"values":[0,1,2],"flags":true}],
        "records":[{"name":"Part","fields":[{"name":"Kind","type":"byte","kind":"integer"},{"name":"Text","type":"string","kind":"text","nullable":true}],
          "steps":[{"step":"number","field":"Kind","number":{"form":"fixed","bits":8}},{"step":"block","field":"Text","extent":{"kind":"terminated","end":"\u0000"},
          "when":{"member":"Kind","comparison":"greater","value":7}}]}],
        "messages":[{"name":"All","kind":"reply","layout":"binary","tag":9,"fields":[
          {"name":"Tiny","type":"sbyte","kind":"integer"},{"name":"Small","type":"ushort","kind":"integer"},{"name":"Large","type":"ulong","kind":"integer"},
          {"name":"Var","type":"uint","kind":"integer"},{"name":"Zig","type":"int","kind":"integer"},{"name":"Count","type":"int","kind":"integer"},
          {"name":"Half","type":"Half","kind":"real"},{"name":"Real","type":"double","kind":"real"},{"name":"Yes","type":"bool","kind":"bool"},
          {"name":"Mode","type":"Mode","kind":"enum"},{"name":"Rights","type":"Rights","kind":"enum"},{"name":"Name","type":"string","kind":"text"},
          {"name":"Line","type":"string","kind":"text"},{"name":"Nothing","type":"Bytes","kind":"bytes","nullable":true},{"name":"Data","type":"Bytes","kind":"bytes"},
          {"name":"List","type":"short[]","kind":"items","item":"short","itemKind":"integer"},{"name":"Parts","type":"Part[]","kind":"items","item":"Part","itemKind":"record"},
          {"name":"Rest","type":"string","kind":"text"}],
        "steps":[{"step":"number","name":"tag","number":{"form":"fixed","bits":8},"expect":9,"role":"tag"},
          {"step":"number","field":"Tiny","number":{"form":"fixed","bits":8,"signed":true}},{"step":"number","field":"Small","number":{"form":"fixed","bits":16,"order":"little"}},
          {"step":"number","field":"Large","number":{"form":"fixed","bits":64}},{"step":"number","field":"Var","number":{"form":"varInt","maxBytes":4}},
          {"step":"number","field":"Zig","number":{"form":"varInt","maxBytes":5,"zigZag":true}},{"step":"number","field":"Count","number":{"form":"digits","end":";","signed":true}},
          {"step":"number","field":"Half","number":{"form":"fixed","bits":16}},{"step":"number","field":"Real","number":{"form":"fixed","bits":64,"order":"little"}},
          {"step":"number","field":"Yes","number":{"form":"bits","bits":1}},{"step":"number","field":"Mode","number":{"form":"bits","bits":3}},
          {"step":"number","field":"Rights","number":{"form":"bits","bits":4}},{"step":"block","field":"Name","extent":{"kind":"fixed","size":4,"pad":32}},
          {"step":"block","field":"Line","extent":{"kind":"prefixed","prefix":{"form":"varInt","maxBytes":2},"after":"!"}},
          {"step":"block","field":"Nothing","extent":{"kind":"prefixed","prefix":{"form":"digits","end":"\r\n","signed":true},"after":"\r\n"}},
          {"step":"block","field":"Data","extent":{"kind":"prefixed","prefix":{"form":"fixed","bits":16}}},
          {"step":"items","field":"List","extent":{"kind":"fixed","size":2},"item":{"step":"number","number":{"form":"fixed","bits":16,"signed":true}}},
          {"step":"items","field":"Parts","extent":{"kind":"prefixed","prefix":{"form":"fixed","bits":8}},"item":{"step":"record","record":"Part"}},
          {"step":"block","field":"Rest","extent":{"kind":"rest"}}]}]}
        """.Replace("FRAMING", framing, StringComparison.Ordinal).Replace("CHECKSUM", checksum, StringComparison.Ordinal);
}
