namespace RuntimeTests;

public class BlocksTests
{
    private static readonly WireFormat Any = WireFormat.Header(0, WireNumber.Big(8), 0, 1 << 20);

    private static string Written(Fields.Writing write) => Streams.Written(WireFormat.Stuffed(Stuffing.Slip, 1 << 20), write)[..^2];

    private static (string? Fault, string Text) Read(byte[] bytes, Fields.Reading<string> read)
    {
        var fields = new FieldReader(bytes, Any);
        var text = read(ref fields);
        fields.End();
        if (fields.Succeeded) return (null, text);
        var input = new WireInput(Any);
        input.Refuse(fields);
        return ($"{input.Fault.Kind}: {input.Fault.Message}{(fields.RanOut ? $" ({fields.Needed})" : "")}", text);
    }

    [Fact]
    public void A_text_stands_behind_its_length()
    {
        Fields.Writing write = (ref FieldWriter writer) =>
        {
            writer.BigLength<ushort>("text", FieldWriter.LengthOf("aé"));
            writer.Raw("text", "aé");
        };
        Assert.Equal("000361C3A9", Written(write));
        Fields.Reading<string> read = (ref FieldReader fields) =>
        {
            fields.Cut("text", fields.Big<ushort>("text"));
            return fields.String("text");
        };
        Assert.Equal((null, "aé"), Read(Streams.Hex("000361C3A9"), read));
        Assert.Equal("BadArgument: text is cut short by the end of the message (5)", Read(Streams.Hex("000361C3"), read).Fault);
        Assert.Equal("BadArgument: text is cut short by the end of the message (2)", Read(Streams.Hex("00"), read).Fault);
        Assert.Equal("BadEncoding: text is not UTF-8", Read(Streams.Hex("0001C3"), read).Fault);
        Assert.Equal("BadArgument: there is more than the command takes", Read(Streams.Hex("0001 61 20"), read).Fault);
    }

    [Fact]
    public void A_length_of_minus_one_is_null()
    {
        Fields.Reading<string> read = (ref FieldReader fields) =>
            fields.CutUnlessNull("text", fields.Digits<long>("text", ":"u8)) ? fields.String("text") : fields.Succeeded ? "null" : "fault";
        Assert.Equal((null, "null"), Read("-1:"u8.ToArray(), read));
        Assert.Equal((null, ""), Read("0:"u8.ToArray(), read));
        Assert.Equal((null, "ab"), Read("2:ab"u8.ToArray(), read));
        Assert.Equal(("BadArgument: text is -2 bytes long, which nothing is", "fault"), Read("-2:"u8.ToArray(), read));
        Assert.Equal(("BadArgument: text is cut short by the end of the message (2147483647)", "fault"), Read("9223372036854775807:"u8.ToArray(), read));
    }

    [Fact]
    public void Bytes_are_lent()
    {
        var bytes = Streams.Hex("02AABB");
        var input = new WireInput(Any);
        input.Feed(new(bytes));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        var fields = new FieldReader(input, frame);
        fields.Cut("bytes", fields.Big<byte>("length"));
        var lent = fields.Bytes();
        bytes[2] = 0xCC;
        Assert.Equal("AACC", Streams.Hex(lent.Span));
    }

    [Fact]
    public void A_fixed_text_is_filled_up()
    {
        Assert.Equal("61622020", Written((ref FieldWriter writer) => writer.Fixed("text", "ab", 4, (byte)' ')));
        Assert.Equal("61620102", Written((ref FieldWriter writer) => writer.Fixed("bytes", new byte[] { 0x61, 0x62, 1, 2 }, 4, 0)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Fixed("text", "abcde", 4, 0)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Fixed("text", "ab ", 4, (byte)' ')));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Fixed("bytes", new byte[3], 4, 0)));
        Assert.Equal((null, "ab"), Read("ab  "u8.ToArray(), (ref FieldReader fields) =>
        {
            fields.Cut("text", 4);
            fields.TrimEnd((byte)' ');
            return fields.String("text");
        }));
    }

    [Fact]
    public void A_text_has_an_end()
    {
        Assert.Equal("61620D0D0A", Written((ref FieldWriter writer) => writer.Terminated("text", "ab\r", "\r\n"u8)));
        Assert.Equal("616200", Written((ref FieldWriter writer) => writer.Terminated("bytes", Bytes.Of("ab"), [0])));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Terminated("text", "a\r\nb", "\r\n"u8)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Terminated("text", "a#", "##"u8)));
        Fields.Reading<string> read = (ref FieldReader fields) =>
        {
            fields.CutUntil("text", "\r\n"u8);
            return fields.String("text");
        };
        Assert.Equal((null, "ab\r"), Read("ab\r\r\n"u8.ToArray(), read));
        Assert.Equal("BadArgument: text is cut short by the end of the message (5)", Read("ab\r\r"u8.ToArray(), read).Fault);
    }

    [Fact]
    public void A_list_has_no_more_items_than_there_are_bytes()
    {
        Fields.Reading<string> read = (ref FieldReader fields) =>
        {
            if (!fields.ItemsUnlessNull("list", fields.Little<int>("list"), out var items)) return "null";
            var all = "";
            for (; items > 0; items--) all += fields.Big<byte>("list");
            return all;
        };
        Assert.Equal((null, "12"), Read(Streams.Hex("02000000 0102"), read));
        Assert.Equal((null, "null"), Read(Streams.Hex("FFFFFFFF"), read));
        Assert.Equal("BadArgument: list has -2 items, which nothing has", Read(Streams.Hex("FEFFFFFF"), read).Fault);
        Assert.Equal("BadArgument: list is cut short by the end of the message (2147483647)", Read(Streams.Hex("FFFFFF7F 01"), read).Fault);
    }

    [Fact]
    public void Unions_are_nested_no_deeper_than_32()
    {
        Assert.Null(Nested(32).Fault);
        Assert.Equal("BadArgument: union is nested more than 32 deep", Nested(33).Fault);
        Assert.Null(Nested(32, siblings: 40).Fault);
        Assert.Equal("BadArgument: union is nested more than 32 deep", Nested(100_000).Fault);

        static (string? Fault, string Text) Nested(int depth, int siblings = 1)
        {
            byte[] bytes = [.. Enumerable.Repeat((byte)1, depth - 1), 0];
            return Read([.. Enumerable.Repeat(bytes, siblings).SelectMany(one => one)], (ref FieldReader fields) =>
            {
                for (var left = siblings; left > 0; left--) Union(ref fields);
                return "";
            });
        }

        static void Union(ref FieldReader fields)
        {
            fields.Deeper("union");
            if (fields.Big<byte>("union") == 1) Union(ref fields);
            fields.Shallower();
        }
    }

    [Fact]
    public void The_gravest_fault_is_told()
    {
        Fields.Reading<string> read = (ref FieldReader fields) =>
        {
            var level = fields.Big<byte>("level");
            fields.Rule(level < 9, "level", "is not from 0 to 8");
            fields.Expect(level != 8, "level", "what it has to be");
            fields.Defined(level != 7, "level");
            fields.Big<byte>("other");
            return "";
        };
        Assert.Null(Read([1, 1], read).Fault);
        Assert.Equal("BadArgument: level is not from 0 to 8", Read([9, 1], read).Fault);
        Assert.Equal("BadArgument: level is not what it has to be", Read([8, 1], read).Fault);
        Assert.Equal("BadArgument: level is none of the values that it can have", Read([7, 1], read).Fault);
        Assert.Equal("BadArgument: other is cut short by the end of the message (2)", Read([9], read).Fault);
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Rule(false, "level", "is not from 0 to 8")));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Expect(false, "level", "4")));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Defined(false, "level")));
    }

    [Fact]
    public void A_length_that_does_not_fit_is_not_written()
    {
        Assert.Equal((-1L, -1L, 0L, 3L), (FieldWriter.LengthOf((string?)null), FieldWriter.LengthOf((Bytes?)null), FieldWriter.LengthOf(default(Bytes)), FieldWriter.LengthOf("文")));
        Assert.Equal("FF", Written((ref FieldWriter writer) => writer.BigLength<byte>("text", 255)));
        Assert.Equal("0001", Written((ref FieldWriter writer) => writer.LittleLength<ushort>("text", 256)));
        Assert.Equal("8002", Written((ref FieldWriter writer) => writer.VarIntLength("text", 256, 4)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.BigLength<byte>("text", 256)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.LittleLength<byte>("text", -1)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.VarIntLength("text", 128, 1)));
    }

    [Fact]
    public void A_frame_that_is_a_line_is_read_by_its_words()
    {
        var fields = new FieldReader("+OK a b\r\n"u8.ToArray(), Any);
        fields.Line("\r\n"u8);
        Assert.True(fields.StartsWithWord("+OK"u8));
        fields.NextWord("first");
        Assert.Equal("a", fields.String("first"));
        fields.NextRest("second");
        Assert.Equal("b", fields.String("second"));
        fields.End();
        Assert.True(fields.Succeeded);
        fields = new FieldReader("+OK"u8.ToArray(), Any);
        fields.Line("\r\n"u8);
        Assert.False(fields.Succeeded);
    }
}
