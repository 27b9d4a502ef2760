namespace RuntimeTests;

/// <summary>What the writer adds to the fields.</summary>
public class SealingTests
{
    private static readonly ChecksumForm Sum = new(ChecksumKind.Sum8, littleEndian: false);

    private static string Header(WireNumber length, int adjust, int body, ChecksumForm? checksum = null, int maxFrame = 1 << 20)
    {
        var format = WireFormat.Header(1, length, adjust, maxFrame, checksum);
        var hex = Streams.Written(format, (ref FieldWriter writer) =>
        {
            writer.Big<byte>(0x30);
            writer.FrameLength();
            writer.Raw("body", new byte[body]);
        });
        Assert.Equal([hex[..^(2 * (checksum?.Size ?? 0))]], Streams.Read(format, Streams.Hex(hex)));
        return hex[..^(2 * body)];
    }

    [Fact]
    public void What_cannot_be_sent_is_not_put_together()
    {
        var written = 0;
        Assert.Throws<NotWritableException>(() => Streams.Written(WireFormat.Header(1, WireNumber.Big(32), 0, maxFrame: 5000), (ref FieldWriter writer) =>
        {
            writer.Big<byte>(1);
            writer.FrameLength();
            for (; written < 1 << 24; written += 1000) writer.Raw("body", new byte[1000]);
        }));
        Assert.True(written < 20_000);
    }

    [Fact]
    public void The_length_is_filled_in()
    {
        Assert.Equal("300005", Header(WireNumber.Big(16), 0, 5));
        Assert.Equal("300700", Header(WireNumber.Little(16), 2, 5));
        Assert.Equal("30000005", Header(WireNumber.Big(24), 0, 5));
        Assert.Equal("30323A", Header(WireNumber.Digits(":"), 0, 2));
        Assert.Equal("3031323A", Header(WireNumber.Digits(":"), 0, 12));
    }

    // MQTT 3.1.1, table 2.4: the length takes one byte up to 127, two up to 16,383, three up to 2,097,151.
    [Theory]
    [InlineData(0, "3000")]
    [InlineData(127, "307F")]
    [InlineData(128, "308001")]
    [InlineData(16_383, "30FF7F")]
    [InlineData(16_384, "30808001")]
    public void A_length_of_more_than_a_byte_moves_what_stands_behind_it(int body, string head) => Assert.Equal(head, Header(WireNumber.VarInt(4), 0, body));

    [Fact]
    public void A_length_of_groups_may_have_its_greatest_group_first() => Assert.Equal("308100", Header(WireNumber.VarIntBig(4), 0, 128));

    [Fact]
    public void The_length_counts_the_checksum()
    {
        var format = WireFormat.Header(0, WireNumber.Big(8), 0, 64, Sum);
        Assert.Equal("02AAAC", Streams.Written(format, (ref FieldWriter writer) =>
        {
            writer.FrameLength();
            writer.Raw("body", new byte[] { 0xAA });
        }));
    }

    [Fact]
    public void What_does_not_fit_is_not_written()
    {
        Assert.Throws<NotWritableException>(() => Header(WireNumber.Big(8), 0, 256));
        Assert.Throws<NotWritableException>(() => Header(WireNumber.VarInt(1), 0, 128));
        Assert.Throws<NotWritableException>(() => Header(WireNumber.Big(8), 0, 63, maxFrame: 64));
        Assert.Throws<NotWritableException>(() => Streams.Written(WireFormat.Fixed(2), (ref FieldWriter writer) => writer.Raw("all", "abc")));
        Assert.Throws<NotWritableException>(() => Streams.Written(WireFormat.Marked(2, 3, 9), (ref FieldWriter writer) => writer.Raw("all", "a\u0002")));
        Assert.Throws<NotWritableException>(() => Streams.Written(WireFormat.Marked(2, 3, 9), (ref FieldWriter writer) => writer.Raw("all", "a\u0003")));
        Assert.Throws<NotWritableException>(() => Streams.Written(WireFormat.Marked(2, 3, 2, Sum), (ref FieldWriter writer) => writer.Raw("all", "ab")));
    }

    [Fact]
    public void A_frame_of_fixed_size_is_filled_up()
    {
        Assert.Equal("61620000", Streams.Written(WireFormat.Fixed(4), (ref FieldWriter writer) => writer.Raw("all", "ab")));
        Assert.Equal("616200C3", Streams.Written(WireFormat.Fixed(4, Sum), (ref FieldWriter writer) => writer.Raw("all", "ab")));
        Assert.Equal("02616203", Streams.Written(WireFormat.Marked(2, 3, 9), (ref FieldWriter writer) => writer.Raw("all", "ab")));
        Assert.Equal("026162C303", Streams.Written(WireFormat.Marked(2, 3, 9, Sum), (ref FieldWriter writer) => writer.Raw("all", "ab")));
    }

    [Theory]
    [InlineData("6100", true)]
    [InlineData("6100FF", false)]
    [InlineData("61", true)]
    public void Only_a_fixed_frame_may_end_in_zeros_that_nobody_reads(string hex, bool holds)
    {
        var fields = new FieldReader(Streams.Hex(hex), WireFormat.Fixed(3));
        fields.Big<byte>("letter");
        fields.End();
        Assert.Equal(holds, fields.Succeeded);
        fields = new FieldReader(Streams.Hex(hex), WireFormat.Marked(2, 3, 9));
        fields.Big<byte>("letter");
        fields.End();
        Assert.Equal(hex == "61", fields.Succeeded);
    }

    [Fact]
    public void An_answer_echoes_what_its_command_had()
    {
        Fields.Writing write = (ref FieldWriter writer) =>
        {
            writer.Echo(1, 2);
            writer.Big<byte>(9);
        };
        var format = WireFormat.Marked(2, 3, 64);
        Assert.Equal("02BBCC0903", Streams.Written(format, write, Streams.Hex("AABBCCDD")));
        Assert.Equal("0200000903", Streams.Written(format, write, Streams.Hex("AABB")));
        Assert.Equal("0200000903", Streams.Written(format, write));
    }
}
