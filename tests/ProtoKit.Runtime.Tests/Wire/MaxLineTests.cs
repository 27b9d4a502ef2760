namespace RuntimeTests;

public class MaxLineTests
{
    private static string Line(int bytes) => "ECHO " + new string('x', bytes - 5);

    [Theory]
    [InlineData(199, "\r\n"), InlineData(200, "\r\n"), InlineData(199, "\n"), InlineData(200, "\n")]
    public async Task A_line_may_have_as_many_bytes_as_the_limit_says_before_its_end(int bytes, string end) =>
        Assert.Equal($"OK {new string('x', bytes - 5)}\r\n", (await Labs.SayAsync(Line(bytes) + end)).Text);

    [Theory]
    [InlineData(201, "\r\n"), InlineData(201, "\n"), InlineData(202, "\n"), InlineData(100_000, "\r\n"), InlineData(201, ""), InlineData(5000, "")]
    public async Task One_byte_more_is_answered_once_and_closes(int bytes, string end)
    {
        var said = await Labs.SayAsync(Line(bytes) + end + "ECHO no\r\n");
        Assert.Equal("ERR line-too-long the line has more than 200 bytes\r\n", said.Text);
        Assert.Equal("line-too-long", said.End.Token);
    }

    [Fact]
    public async Task Where_a_line_is_cut_makes_no_difference()
    {
        Assert.Equal("<12345678\n<1234567\n", (await Bare.Rig(new BareServer()).SayAtEverySplitAsync("123456789\n1234567\n".Utf8())).Text);
        Assert.Equal("line-too-long", (await Bare.Rig(new BareServer()).SayAtEverySplitAsync("1234567890\n1\n".Utf8())).End.Token);
        Assert.Equal("<12345678\r\n", (await Mirror.Rig(new MirrorServer()).SayAtEverySplitAsync("123456789\r\n".Utf8())).Text);
        Assert.Equal("line-too-long", (await Mirror.Rig(new MirrorServer()).SayAtEverySplitAsync("123456789\r\r\n".Utf8())).End.Token);
        Assert.Equal("line-too-long", (await new LabServer().Rig().SayAtEverySplitAsync(Line(201).Utf8())).End.Token);
    }

    [Fact]
    public async Task The_option_wins_over_the_declaration_and_may_lift_the_limit()
    {
        Assert.Equal("line-too-long", (await Labs.SayAsync(Line(51) + "\r\n", new Limits { MaxLine = 50 })).End.Token);
        Assert.Equal(99_998, (await Labs.SayAsync(Line(100_000) + "\r\n", new Limits { MaxLine = -1 })).Text.Length - 2);
    }

    [Fact]
    public void The_writer_keeps_the_limit_too()
    {
        Fields.Written((ref FieldWriter writer) => writer.Word("field", new string('x', 80)), WireFormat.Text(NewLine.CrLf, 80));
        Assert.Throws<NotWritableException>(() => Fields.Written((ref FieldWriter writer) => writer.Word("field", new string('x', 81)), WireFormat.Text(NewLine.CrLf, 80)));
    }
}
