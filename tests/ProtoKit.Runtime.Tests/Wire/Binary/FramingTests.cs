namespace RuntimeTests;

public class FramingTests
{
    private static readonly ChecksumForm Sum = new(ChecksumKind.Sum8, littleEndian: false);

    private static readonly WireFormat Tagged = WireFormat.Fields(Measure, 64);
    private static readonly WireFormat Summed = WireFormat.Fields(Measure, 64, Sum);

    // 01 and a byte; 02 and a text behind its length; 03 and a text with an end; 04 and a list of numbers of two bytes.
    private static bool Measure(ref FieldReader fields)
    {
        switch (fields.Big<byte>("tag"))
        {
            case 1:
                fields.Big<byte>("number");
                return true;
            case 2:
                fields.Cut("text", fields.VarInt<uint>("length", 5));
                return true;
            case 3:
                fields.CutUntil("text", "\r\n"u8);
                return true;
            case 4:
                for (var left = fields.Items("list", fields.Big<byte>("count")); left > 0; left--) fields.Big<ushort>("item");
                return true;
            default:
                return false;
        }
    }

    [Fact]
    public void A_length_in_the_header_ends_a_frame()
    {
        var format = WireFormat.Header(1, WireNumber.Big(16), 0, 64);
        Streams.Everywhere(format, Streams.Hex("01 0002 AABB  02 0000  03 0001 CC"), "010002AABB", "020000", "030001CC");
        Streams.Everywhere(WireFormat.Header(0, WireNumber.Little(32), 4, 64), Streams.Hex("05000000 AA 04000000 06000000 BBCC"), "05000000AA", "04000000", "06000000BBCC");
        Streams.Everywhere(WireFormat.Header(1, WireNumber.VarInt(4), 0, 300), [0x30, 0x01, 0x07, 0x30, 0x80, 0x02, .. new byte[256], 0xE0, 0], "300107", "308002" + new string('0', 512), "E000");
        Streams.Everywhere(WireFormat.Header(0, WireNumber.Digits(":"), -1, 64), "3:abc,0:,12:hello world!,"u8.ToArray(), "333A6162632C", "303A2C", "31323A" + "68656C6C6F20776F726C64212C");
        Streams.Everywhere(WireFormat.Header(0, WireNumber.Big(8), 0, 64, Sum), Streams.Hex("02 AA AC 01 01"), "02AA", "01");
    }

    [Theory]
    [InlineData("01 FFFF", "FrameTooLarge: announces 65535 bytes; 64 are the most")]
    [InlineData("01 003E", "FrameTooLarge: has more than 64 bytes")]
    public void A_frame_that_announces_too_much_is_refused_at_once(string hex, string fault)
    {
        var format = WireFormat.Header(1, WireNumber.Big(16), 0, 64);
        Assert.Equal([fault], Streams.Read(format, hex));
        Assert.Empty(Streams.Read(format, "01 003D"));
    }

    [Fact]
    public void A_length_that_is_none_is_refused()
    {
        Assert.StartsWith("BadLength", Assert.Single(Streams.Read(WireFormat.Header(0, WireNumber.Big(16), 2, 64), "0001")), StringComparison.Ordinal);
        Assert.StartsWith("BadLength", Assert.Single(Streams.Read(WireFormat.Header(0, WireNumber.VarInt(4), 0, 64), "8000")), StringComparison.Ordinal);
        Assert.StartsWith("BadLength", Assert.Single(Streams.Read(WireFormat.Header(0, WireNumber.VarInt(2), 0, 64), "FFFF01")), StringComparison.Ordinal);
        foreach (var text in new[] { "01:", "-1:", "x:", "000000000000000000000000" })
            Assert.StartsWith("BadLength", Assert.Single(Streams.Read(WireFormat.Header(0, WireNumber.Digits(":"), 0, 64), System.Text.Encoding.ASCII.GetBytes(text))), StringComparison.Ordinal);
        Assert.StartsWith("FrameTooLarge", Assert.Single(Streams.Read(WireFormat.Header(0, WireNumber.Big(64), 0, int.MaxValue), "FFFFFFFFFFFFFFFF")), StringComparison.Ordinal);
        Assert.Equal(["BadLength: says that it has 0 bytes, which no frame has"], Streams.Read(WireFormat.Header(0, WireNumber.Big(8), 0, 64, Sum), "00"));
    }

    [Fact]
    public void A_frame_of_fixed_size_ends_there()
    {
        Streams.Everywhere(WireFormat.Fixed(3), Streams.Hex("010203 040506 070809"), "010203", "040506", "070809");
        Streams.Everywhere(WireFormat.Fixed(3, Sum), Streams.Hex("010203 040509 000000"), "0102", "0405", "0000");
    }

    [Fact]
    public void Marks_stand_around_a_frame()
    {
        var format = WireFormat.Marked(2, 3, 4);
        Streams.Everywhere(format, Streams.Hex("02 AABB 03 02 03 02 CCDDEEFF 03"), "AABB", "", "CCDDEEFF");
        Streams.Everywhere(WireFormat.Marked(2, 3, 4, Sum), Streams.Hex("02 AABB65 03 02 0101 03"), "AABB", "01");
        Streams.Everywhere(format, Streams.Hex("02 AA 03 00 02 BB 03"), "AA", "BadLineEnding: begins with 00 instead of 02");
        Streams.Everywhere(format, Streams.Hex("02 AA 02 BB 03"), "BadLineEnding: has a second 02 before its 03");
        Streams.Everywhere(WireFormat.Marked(0x7E, 0x7E, 4), Streams.Hex("7E AA 7E 7E BB 7E"), "AA", "BB");
        Assert.Equal(["FrameTooLarge: has more than 4 bytes"], Streams.Read(format, "02 0A0B0C0D0E"));
        Assert.Empty(Streams.Read(format, "02 0A0B0C0D"));
    }

    [Fact]
    public void Fields_end_a_frame()
    {
        Streams.Everywhere(Tagged, Streams.Hex("01 07  02 03 AABBCC  03 4142 0D0A"), "0107", "0203AABBCC", "0341420D0A");
        Streams.Everywhere(Tagged, Streams.Hex("04 02 0001 0002  02 00  03 0D0D0A"), "040200010002", "0200", "030D0D0A");
        Streams.Everywhere(Summed, Streams.Hex("01 07 08  02 03 AABBCC 36  01 FF 00"), "0107", "0203AABBCC", "01FF");
        Streams.Everywhere(Summed, Streams.Hex("01 07 08  01 07 09"), "0107", "BadChecksum: has the checksum 09; 08 would be right");
    }

    [Fact]
    public void Fields_that_lose_the_frame_close()
    {
        Assert.Equal(["0107", "UnknownCommand: there is no message with this tag"], Streams.Read(Tagged, "01 07 09 01 07"));
        Assert.Equal(["BadArgument: has more bytes than it needs, or more than 5"], Streams.Read(Tagged, "02 8000 01 07"));
        Assert.Equal(["FrameTooLarge: has more than 64 bytes"], Streams.Read(Tagged, "02 3F"));
        Assert.Equal(["FrameTooLarge: has more than 64 bytes"], Streams.Read(Tagged, "04 FF"));
        Assert.Equal(["FrameTooLarge: has more than 64 bytes"], Streams.Read(Tagged, [3, .. new byte[63]]));
        Assert.Empty(Streams.Read(Tagged, [3, .. new byte[62]]));
    }

    [Fact]
    public void A_text_that_arrives_byte_by_byte_is_looked_at_once()
    {
        var format = WireFormat.Fields(Measure, 1 << 20);
        byte[] bytes = [3, .. Enumerable.Repeat((byte)'x', 100_000), 0x0D, 0x0A];
        var input = new WireInput(format);
        for (var there = 1; there < bytes.Length; there++)
        {
            input.Feed(new(bytes.AsMemory(0, there)));
            Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
            // A second look would find an end where none was.
            if (there > 3) bytes[there - 3] = 0x0D;
            if (there > 4) bytes[there - 4] = (byte)(there % 2 == 0 ? 0x0D : 0x0A);
        }

        input.Feed(new(bytes));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        Assert.Equal(bytes.Length, frame.Length);
    }

    [Fact]
    public void Marks_and_delimiters_are_looked_for_once()
    {
        foreach (var format in new[] { WireFormat.Marked(2, 3, 1 << 20), WireFormat.Stuffed(Stuffing.Slip, 1 << 20), WireFormat.Stuffed(Stuffing.Cobs, 1 << 20) })
        {
            var filled = new byte[50_000];
            filled.AsSpan().Fill(2);
            var input = new WireInput(format);
            for (var there = 1; there <= filled.Length; there++)
            {
                input.Feed(new(filled.AsMemory(0, there)));
                Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
                Assert.Equal(there, input.Search.Seen);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(100)]
    public void As_much_of_a_head_is_kept_as_its_answer_repeats(int echoed)
    {
        var message = new byte[120];
        message[0] = 119;
        message[99] = 7;
        var input = new WireInput(WireFormat.Header(0, WireNumber.Big(8), 0, 200).Echoing(echoed));
        input.Feed(new(message));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out _));
        Assert.True(input.Head.Span.SequenceEqual(message.AsSpan(0, echoed)));
    }

    [Fact]
    public void A_frame_can_be_put_back_and_read_again()
    {
        foreach (var size in new[] { 100, 1 })
        {
            var input = new WireInput(WireFormat.Header(0, WireNumber.Big(8), 0, 64).Echoing(3));
            input.Feed(Streams.Segments(Streams.Hex("02AABB 01CC"), size));
            var before = input.Unread;
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out _));
            Assert.Equal("02AABB", Streams.Hex(input.Head.Span));
            input.PutBack(before);
            Assert.Equal(0, input.Consumed);
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out var again));
            Assert.Equal("02AABB", Streams.Hex(again.Span));
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out var second));
            Assert.Equal("01CC", Streams.Hex(second.Span));
        }
    }

    [Fact]
    public void Another_limit_holds_from_the_next_frame_on()
    {
        var input = new WireInput(WireFormat.Header(0, WireNumber.Big(8), 0, 64)) { MaxFrame = 3 };
        input.Feed(new(Streams.Hex("02AABB 03AABBCC")));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out _));
        Assert.Equal(ReadStatus.Fault, input.ReadFrame(out _));
        Assert.Equal((FaultKind.FrameTooLarge, 3L), (input.Fault.Kind, input.Fault.Offset));
    }
}
