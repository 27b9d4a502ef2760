using System.Numerics;

namespace RuntimeTests;

public class NumbersTests
{
    private static readonly WireFormat Any = WireFormat.Header(0, WireNumber.Big(8), 0, 1 << 20);

    private static string Written(Fields.Writing write) => Streams.Written(WireFormat.Stuffed(Stuffing.Hdlc, 1 << 20), write)[..^2].Replace("7D5D", "7D", StringComparison.Ordinal).Replace("7D5E", "7E", StringComparison.Ordinal);

    // Reads it again, and at every length that is too short.
    private static T Read<T>(string hex, Fields.Reading<T> read)
    {
        var bytes = Streams.Hex(hex);
        for (var length = 0; length < bytes.Length; length++)
        {
            var cut = new FieldReader(bytes.AsMemory(0, length), Any);
            read(ref cut);
            Assert.True(cut is { Succeeded: false, RanOut: true } && cut.Needed > length && cut.Needed <= bytes.Length, $"{length} of {hex}: {cut.Needed}");
        }

        var fields = new FieldReader(bytes, Any);
        var value = read(ref fields);
        fields.End();
        Assert.True(fields.Succeeded, hex);
        Assert.Equal(bytes.Length, fields.Position);
        return value;
    }

    private static string? Refused<T>(string hex, Fields.Reading<T> read)
    {
        var input = new WireInput(Any);
        var fields = new FieldReader(Streams.Hex(hex), Any);
        read(ref fields);
        Assert.False(fields.Succeeded || fields.RanOut);
        input.Refuse(fields);
        Assert.Equal(FaultKind.BadArgument, input.Fault.Kind);
        return input.Fault.Message;
    }

    private static void Whole<T>(string big, T value)
        where T : struct, IBinaryInteger<T>
    {
        var little = Streams.Hex([.. Streams.Hex(big).Reverse()]);
        Assert.Equal(big, Written((ref FieldWriter writer) => writer.Big(value)));
        Assert.Equal(little, Written((ref FieldWriter writer) => writer.Little(value)));
        Assert.Equal(value, Read(big, (ref FieldReader fields) => fields.Big<T>("field")));
        Assert.Equal(value, Read(little, (ref FieldReader fields) => fields.Little<T>("field")));
    }

    [Fact]
    public void Whole_numbers_have_the_bytes_of_their_type()
    {
        Whole("FE", (byte)254);
        Whole("FE", (sbyte)-2);
        Whole("0102", (ushort)258);
        Whole("FFFE", (short)-2);
        Whole("01020304", 0x01020304u);
        Whole("80000000", int.MinValue);
        Whole("0102030405060708", 0x0102030405060708UL);
        Whole("FFFFFFFFFFFFFFFE", -2L);
        Whole("000102030405060708090A0B0C0D0E0F", new UInt128(0x0001020304050607, 0x08090A0B0C0D0E0F));
    }

    [Fact]
    public void Real_numbers_are_those_of_IEEE_754()
    {
        Assert.Equal("3F800000", Written((ref FieldWriter writer) => writer.BigReal(1f)));
        Assert.Equal("000000000000F0BF", Written((ref FieldWriter writer) => writer.LittleReal(-1d)));
        Assert.Equal("3C00", Written((ref FieldWriter writer) => writer.BigReal((Half)1)));
        Assert.Equal(1f, Read("3F800000", (ref FieldReader fields) => fields.BigReal<float>("field")));
        Assert.Equal(-1d, Read("000000000000F0BF", (ref FieldReader fields) => fields.LittleReal<double>("field")));
        Assert.Equal((Half)1, Read("003C", (ref FieldReader fields) => fields.LittleReal<Half>("field")));
    }

    [Fact]
    public void Bits_fill_bytes_from_the_most_significant_on()
    {
        Fields.Writing write = (ref FieldWriter writer) =>
        {
            writer.Bits<byte>(3, 4);
            writer.Bit(true);
            writer.Bits<byte>(1, 2);
            writer.Bit(false);
            writer.Bits<ushort>(0x3FF, 12);
            writer.Bits<byte>(5, 4);
            writer.Big<byte>(7);
            writer.Bits(ulong.MaxValue, 64);
            writer.Bits<sbyte>(-1, 8);
        };
        const string hex = "3A3FF507FFFFFFFFFFFFFFFFFF";
        Assert.Equal(hex, Written(write));
        Assert.Equal((3, true, 1, false, 0x3FF, 5, 7, ulong.MaxValue, -1), Read(hex, (ref FieldReader fields) => (
            fields.Bits<byte>("a", 4), fields.Bit("b"), fields.Bits<byte>("c", 2), fields.Bit("d"), fields.Bits<ushort>("e", 12), fields.Bits<byte>("f", 4),
            fields.Big<byte>("g"), fields.Bits<ulong>("h", 64), fields.Bits<sbyte>("i", 8))));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Bits<byte>(16, 4)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.Bits(-1, 4)));
    }

    [Fact]
    public void A_bool_of_a_byte_is_0_or_1()
    {
        Assert.Equal("0100", Written((ref FieldWriter writer) =>
        {
            writer.Bool8(true);
            writer.Bool8(false);
        }));
        Assert.True(Read("01", (ref FieldReader fields) => fields.Bool8("field")));
        Assert.False(Read("00", (ref FieldReader fields) => fields.Bool8("field")));
        Assert.Equal("field is neither 0 nor 1", Refused("02", (ref FieldReader fields) => fields.Bool8("field")));
    }

    // Protocol Buffers, "Encoding": 150 is 96 01. MQTT 3.1.1, 2.2.3: 321 is C1 02. The others are the bounds.
    [Theory]
    [InlineData("00", 0UL)]
    [InlineData("9601", 150UL)]
    [InlineData("C102", 321UL)]
    [InlineData("7F", 127UL)]
    [InlineData("8001", 128UL)]
    [InlineData("FFFFFFFFFFFFFFFFFF01", ulong.MaxValue)]
    public void Groups_of_seven_bits_are_LEB128(string hex, ulong value)
    {
        Assert.Equal(hex, Written((ref FieldWriter writer) => writer.VarInt("field", value, 10)));
        Assert.Equal(value, Read(hex, (ref FieldReader fields) => fields.VarInt<ulong>("field", 10)));
    }

    // Standard MIDI Files 1.0: the table of variable-length quantities.
    [Theory]
    [InlineData("00", 0U)]
    [InlineData("7F", 0x7FU)]
    [InlineData("8100", 0x80U)]
    [InlineData("C000", 0x2000U)]
    [InlineData("FF7F", 0x3FFFU)]
    [InlineData("818000", 0x4000U)]
    [InlineData("FFFFFF7F", 0x0FFFFFFFU)]
    public void Groups_may_begin_with_the_greatest(string hex, uint value)
    {
        Assert.Equal(hex, Written((ref FieldWriter writer) => writer.VarIntBig("field", value, 4)));
        Assert.Equal(value, Read(hex, (ref FieldReader fields) => fields.VarIntBig<uint>("field", 4)));
    }

    // Protocol Buffers, "Encoding": the table of signed integers.
    [Theory]
    [InlineData("00", 0)]
    [InlineData("01", -1)]
    [InlineData("02", 1)]
    [InlineData("FEFFFFFF0F", int.MaxValue)]
    [InlineData("FFFFFFFF0F", int.MinValue)]
    public void Zigzag_is_that_of_Protocol_Buffers(string hex, int value)
    {
        Assert.Equal(hex, Written((ref FieldWriter writer) => writer.ZigZag("field", value, 5)));
        Assert.Equal(value, Read(hex, (ref FieldReader fields) => fields.ZigZag<int>("field", 5)));
    }

    [Theory]
    [InlineData("8000")]
    [InlineData("FF00")]
    [InlineData("808000")]
    [InlineData("8080808001")]
    [InlineData("8002")]
    [InlineData("FFFF")]
    public void Groups_longer_than_needed_or_beyond_the_type_are_refused(string hex) =>
        Assert.NotNull(Refused(hex, (ref FieldReader fields) => fields.VarInt<byte>("field", hex.Length > 4 ? 4 : 2)));

    [Fact]
    public void Overflow_is_refused()
    {
        Refused("FFFFFFFFFFFFFFFFFF02", (ref FieldReader fields) => fields.VarInt<ulong>("field", 10));
        Refused("FFFFFFFFFFFFFFFFFF01", (ref FieldReader fields) => fields.VarInt<long>("field", 10));
        Refused("8180808080808080808000", (ref FieldReader fields) => fields.VarIntBig<ulong>("field", 11));
        Refused("8000", (ref FieldReader fields) => fields.VarIntBig<uint>("field", 4));
        Refused("8080808010", (ref FieldReader fields) => fields.ZigZag<int>("field", 5));
        Refused("FF80808010", (ref FieldReader fields) => fields.VarInt<uint>("field", 5));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.VarInt("field", -1, 5)));
        Assert.Throws<NotWritableException>(() => Written((ref FieldWriter writer) => writer.VarInt("field", 128, 1)));
    }

    [Theory]
    [InlineData("0\r\n", 0)]
    [InlineData("-1\r\n", -1)]
    [InlineData("9223372036854775807\r\n", long.MaxValue)]
    [InlineData("-9223372036854775808\r\n", long.MinValue)]
    public void Digits_have_an_end(string text, long value)
    {
        var hex = Streams.Hex(System.Text.Encoding.ASCII.GetBytes(text));
        Assert.Equal(hex, Written((ref FieldWriter writer) => writer.Digits(value, "\r\n"u8)));
        Assert.Equal(value, Read(hex, (ref FieldReader fields) => fields.Digits<long>("field", "\r\n"u8)));
    }

    [Theory]
    [InlineData("\r\n"), InlineData("01\r\n"), InlineData("+1\r\n"), InlineData("-0\r\n"), InlineData("1 \r\n"), InlineData("256\r\n"), InlineData("-1\r\n"), InlineData("1\n1\r\n")]
    [InlineData("1111111111111111111111111\r\n")]
    public void Digits_are_strict(string text) =>
        Refused(Streams.Hex(System.Text.Encoding.ASCII.GetBytes(text)), (ref FieldReader fields) => fields.Digits<byte>("field", "\r\n"u8));

    [Fact]
    public void Any_bits_of_a_frame_can_be_peeked()
    {
        var fields = new FieldReader(Streams.Hex("3A3FF5"), Any);
        Assert.Equal((3L, 0xA3L, 0x3A3FF5L, -1L, 1L), (fields.PeekBits(0, 4), fields.PeekBits(4, 8), fields.PeekBits(0, 24), fields.PeekBits(17, 8), fields.PeekBits(23, 1)));
        Assert.Equal((0x3AL, 0xF53FL, -1L), (fields.PeekLittle(0, 8), fields.PeekLittle(1, 16), fields.PeekLittle(2, 16)));
        Assert.Equal(0, fields.Position);
    }

    [Fact]
    public void Numbers_take_no_memory()
    {
        var bytes = new byte[1 << 10];
        Sum(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 100; round++) Sum(bytes);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        static long Sum(byte[] bytes)
        {
            var fields = new FieldReader(bytes, Any);
            long sum = 0;
            while (fields.Position < bytes.Length - 64)
            {
                sum += fields.Big<ushort>("a") + fields.Little<int>("b") + fields.VarInt<uint>("c", 5) + fields.Bits<byte>("d", 4) + fields.Bits<byte>("e", 4);
                sum += (long)fields.BigReal<double>("f");
                fields.Cut("g", 3);
                sum += fields.Text.Length;
            }

            return sum;
        }
    }
}
