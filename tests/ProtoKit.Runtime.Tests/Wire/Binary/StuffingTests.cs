namespace RuntimeTests;

public class StuffingTests
{
    private static readonly WireFormat Slip = WireFormat.Stuffed(Stuffing.Slip, 600);
    private static readonly WireFormat Hdlc = WireFormat.Stuffed(Stuffing.Hdlc, 600);
    private static readonly WireFormat Cobs = WireFormat.Stuffed(Stuffing.Cobs, 600);

    private static void Both(WireFormat format, string plain, string stuffed)
    {
        (plain, stuffed) = (plain.Replace(" ", "", StringComparison.Ordinal), stuffed.Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(stuffed, Streams.Written(format, (ref FieldWriter writer) => writer.Raw("all", Streams.Hex(plain))));
        Streams.Everywhere(format, Streams.Hex(stuffed + stuffed), plain, plain);
    }

    [Theory]
    [InlineData("01 02", "01 02 C0")]
    [InlineData("C0", "DB DC C0")]
    [InlineData("DB", "DB DD C0")]
    [InlineData("01 C0 DB 02", "01 DB DC DB DD 02 C0")]
    public void Slip_is_that_of_RFC_1055(string plain, string stuffed) => Both(Slip, plain, stuffed);

    // RFC 1662 4.2 names these: 7E is 7D 5E, 7D is 7D 5D.
    [Theory]
    [InlineData("01 02", "01 02 7E")]
    [InlineData("7E", "7D 5E 7E")]
    [InlineData("7D", "7D 5D 7E")]
    [InlineData("FF 7E 7D 03", "FF 7D 5E 7D 5D 03 7E")]
    public void Hdlc_is_that_of_RFC_1662(string plain, string stuffed) => Both(Hdlc, plain, stuffed);

    [Fact]
    public void Hdlc_undoes_every_escape() => Assert.Equal(["0311"], Streams.Read(Hdlc, "7D 23 7D 31 7E"));

    [Fact]
    public void A_frame_of_Hdlc_that_was_given_up_passes_in_silence() => Assert.Equal(["05"], Streams.Read(Hdlc, "01 02 7D 7E 05 7E"));

    // The first is figure 3 of the paper; the others are those that everybody checks against.
    [Theory]
    [InlineData("45 00 00 2C 4C 79 00 00 40 06 4F 37", "02 45 01 04 2C 4C 79 01 05 40 06 4F 37 00")]
    [InlineData("00", "01 01 00")]
    [InlineData("00 00", "01 01 01 00")]
    [InlineData("00 11 00", "01 02 11 01 00")]
    [InlineData("11 22 00 33", "03 11 22 02 33 00")]
    [InlineData("11 22 33 44", "05 11 22 33 44 00")]
    [InlineData("11 00 00 00", "02 11 01 01 01 00")]
    public void Cobs_is_that_of_the_paper(string plain, string stuffed) => Both(Cobs, plain, stuffed);

    [Fact]
    public void Cobs_begins_a_new_run_behind_254_bytes()
    {
        var run = Streams.Hex([.. Enumerable.Range(1, 254).Select(value => (byte)value)]);
        Both(Cobs, run, "FF" + run + "00");
        Both(Cobs, "00" + run, "01FF" + run + "00");
        Both(Cobs, run + "FF", "FF" + run + "02FF00");
        Both(Cobs, run + "00", "FF" + run + "010100");
        Both(Cobs, run[2..] + "FF00", "FF" + run[2..] + "FF010100");
        Assert.Equal([run], Streams.Read(Cobs, "FF" + run + "0100"));
    }

    [Fact]
    public void What_is_stuffed_can_be_unstuffed()
    {
        var random = new Random(4);
        foreach (var format in new[] { Slip, Hdlc, Cobs })
        {
            for (var round = 0; round < 300; round++)
            {
                var plain = new byte[1 + random.Next(600)];
                random.NextBytes(plain);
                for (var at = 0; at < plain.Length; at++) if (random.Next(3) == 0) plain[at] = (byte)(random.Next(2) == 0 ? 0 : 0x7D + random.Next(2));
                var stuffed = Streams.Hex(Streams.Written(format, (ref FieldWriter writer) => writer.Raw("all", plain)));
                Assert.Equal([Streams.Hex(plain)], Streams.Read(format, stuffed, [random.Next(stuffed.Length), stuffed.Length], random.Next(1, 40)));
            }
        }
    }

    [Fact]
    public void Delimiters_in_a_row_have_nothing_between_them()
    {
        Streams.Everywhere(Slip, Streams.Hex("C0 C0 01 C0 C0 02 C0"), "01", "02");
        Streams.Everywhere(Hdlc, Streams.Hex("7E 01 7E 7E 02 7E"), "01", "02");
        Streams.Everywhere(Cobs, Streams.Hex("00 02 01 00 00 02 02 00"), "01", "02");
    }

    [Fact]
    public void What_is_not_stuffed_so_is_refused_and_the_next_frame_is_read()
    {
        Streams.Everywhere(Slip, Streams.Hex("01 DB 01 C0 02 C0"), "BadArgument: is not stuffed as SLIP has it", "02");
        Streams.Everywhere(Slip, Streams.Hex("01 DB C0 02 C0"), "BadArgument: is not stuffed as SLIP has it", "02");
        Streams.Everywhere(Cobs, Streams.Hex("05 01 02 00 02 02 00"), "BadArgument: is not stuffed as COBS has it", "02");
    }

    [Theory]
    [InlineData(Stuffing.Slip, 0xC0, 2 * 8)]
    [InlineData(Stuffing.Hdlc, 0x7E, 2 * 8)]
    [InlineData(Stuffing.Cobs, 0x00, 9)]
    public void No_more_is_buffered_than_a_frame_can_have(Stuffing stuffing, byte delimiter, int most)
    {
        var format = WireFormat.Stuffed(stuffing, 8);
        var full = Streams.Hex(Streams.Written(format, (ref FieldWriter writer) => writer.Raw("all", "12345678")));
        Assert.Equal(["3132333435363738"], Streams.Read(format, full));
        byte[] endless = [.. Enumerable.Repeat((byte)1, most)];
        Assert.Empty(Streams.Read(format, endless));
        Assert.Equal(["FrameTooLarge: has more than 8 bytes"], Streams.Read(format, [.. endless, 1]));
        Assert.StartsWith("FrameTooLarge", Streams.Read(format, [.. Enumerable.Repeat((byte)3, 10), delimiter])[0], StringComparison.Ordinal);
        Assert.Throws<NotWritableException>(() => Streams.Written(format, (ref FieldWriter writer) => writer.Raw("all", "123456789")));
    }
}
