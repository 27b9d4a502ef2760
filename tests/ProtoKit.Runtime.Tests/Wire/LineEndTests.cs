namespace RuntimeTests;

public class LineEndTests
{
    [Fact]
    public async Task CrLf_reads_both_and_writes_CR_LF() =>
        Assert.Equal("OK a\r\nOK b\r\n", (await new LabServer().Rig().SayAtEverySplitAsync("ECHO a\r\nECHO b\n".Utf8())).Text);

    [Theory]
    [InlineData("ECHO a\rb\r\nECHO c\r\n"), InlineData("ECHO a\r\r\nECHO c\r\n"), InlineData("ECHO a\rECHO b\r\n"), InlineData("\rECHO\nECHO c\n")]
    public async Task A_CR_that_no_LF_follows_is_refused_once_and_nothing_runs_behind_it(string text)
    {
        var ran = 0;
        var server = new LabServer { OnEcho = (echo, _) => new(new Lab.Echoed($"{++ran}")) };
        var said = await server.SayAsync(text);
        Assert.Equal("ERR bad-line-ending the line has a CR that no LF follows; a line ends with CR LF\r\n", said.Text);
        Assert.Equal(("bad-line-ending", 0), (said.End.Token, ran));
    }

    [Fact]
    public async Task Lf_keeps_a_CR_as_data() =>
        Assert.Equal("<a\r\n<\rb\n<\r\r\n<\n", (await Bare.Rig(new BareServer()).SayAtEverySplitAsync("a\r\n\rb\n\r\r\n\n".Utf8())).Text);

    [Fact]
    public async Task AsReceived_ends_an_answer_as_the_question_ended() =>
        Assert.Equal("<a\r\n<b\n<\rc\r\n<\r\n<\n<\r\r\n", (await Mirror.Rig(new MirrorServer()).SayAtEverySplitAsync("a\r\nb\n\rc\r\n\r\n\n\r\r\n".Utf8())).Text);

    [Theory]
    [InlineData(NewLine.Lf, "\n"), InlineData(NewLine.AsReceived, "\r\n"), InlineData(NewLine.CrLf, "\r\n")]
    public void The_writer_ends_the_line(NewLine newLine, string end)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new FieldWriter(WireFormat.Text(newLine, 80));
        writer.Literal("a"u8);
        Assert.Equal(1 + end.Length, writer.Commit(output));
        Assert.Equal("a" + end, System.Text.Encoding.UTF8.GetString(output.WrittenSpan));
        writer.Dispose();
    }
}
