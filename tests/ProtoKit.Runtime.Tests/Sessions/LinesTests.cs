using System.Text;

namespace RuntimeTests;

public class LinesTests
{
    private static LabServer Giving(params Lab.Item[] items) => new() { OnList = _ => items };

    [Fact]
    public async Task Lines_are_counted_or_end_with_a_line_of_their_own()
    {
        var rig = Giving(new Lab.Item(1, Bytes.Of("one")), new Lab.Item(2, Bytes.Of("two words"))).Rig();
        var said = await rig.SayAtEverySplitAsync("LIST 2\r\nTAIL 2\r\nMANY 2\r\n5 a\r\n6 b c\r\nMANY 0\r\nUNTIL\r\n7 x\r\n.\r\nUNTIL\r\n.\r\nECHO end\r\n".Utf8());
        Assert.Equal("LIST 2\r\n1 one\r\n2 two words\r\nTAIL\r\n1 one\r\n2 two words\r\n.\r\nSTORED 11\r\nSTORED 0\r\nSTORED 7\r\nSTORED 0\r\nOK end\r\n", said.Text);
    }

    [Fact]
    public async Task A_client_reads_and_keeps_them()
    {
        await using var client = Lab.Client.Over(Giving(new Lab.Item(1, Bytes.Of("one")), new Lab.Item(2, Bytes.Of("two"))).Rig().Connect());
        var listing = await client.ListAsync(2);
        for (var round = 0; round < 50; round++) await client.EchoAsync(new string('z', 150));
        Assert.Equal(["one", "two"], listing.Items.Select(item => item.Name.ToString()));
        Assert.Equal(3, (await client.ManyAsync([.. listing.Items])).Size);
        Assert.Equal(3, (await client.UntilDotAsync(listing.Items)).Size);
        Assert.Equal(2, (await client.TailAsync(2)).Items.Count);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_streamed_in_pieces()
    {
        var items = Enumerable.Range(0, 100_000).Select(number => new Lab.Item(number, Bytes.Of($"name {number}"))).ToArray();
        var pieces = new CountingPipe(Giving(items));
        var peer = pieces.Peer;
        await peer.SayAsync("LIST 1\r\nQUIT\r\n");
        Assert.Equal("LIST 100000", await peer.LineAsync());
        for (var number = 0; number < items.Length; number++) Assert.Equal($"{number} name {number}", await peer.LineAsync());
        Assert.Equal("GOODBYE", await peer.LineAsync());
        Assert.True(pieces.Largest < 80 * 1024, $"a piece of {pieces.Largest} bytes");
    }

    [Theory]
    [InlineData("two\nlines"), InlineData("\r")]
    public async Task A_line_that_cannot_be_written_refuses_before_the_first_byte(string name)
    {
        var items = Enumerable.Repeat(new Lab.Item(1, Bytes.Of("good")), 20_000).Append(new Lab.Item(2, Bytes.Of(name))).ToArray();
        Assert.Equal("ERR internal the server failed; its log says why\r\nOK next\r\n", (await Giving(items).SayAsync("LIST 1\r\nECHO next\r\n")).Text);
    }

    [Fact]
    public async Task A_line_that_is_too_long_refuses_before_the_first_byte()
    {
        var items = Enumerable.Repeat(new Lab.Item(1, Bytes.Of("good")), 20_000).Append(new Lab.Item(2, Bytes.Of(new string('x', 199)))).ToArray();
        Assert.Equal("ERR internal the server failed; its log says why\r\nOK next\r\n", (await Giving(items).SayAsync("LIST 1\r\nECHO next\r\n")).Text);
        Assert.Single((await Giving(new Lab.Item(2, Bytes.Of(new string('x', 198)))).SayAsync("LIST 1\r\n")).Text.Split('\n'), line => line.Length == 201);
    }

    [Theory]
    [InlineData("MANY 2\r\n1 a\r\nbad b\r\nECHO no\r\n", "bad-argument"), InlineData("MANY x\r\n1 a\r\n", "bad-length"), InlineData("MANY 1 2\r\nQUIT\r\n", "bad-argument")]
    [InlineData("MANY\r\nQUIT\r\n", "bad-argument"), InlineData("UNTIL x\r\nQUIT\r\n.\r\n", "bad-argument"), InlineData("UNTIL\r\nQUIT\r\n.\r\n", "bad-argument")]
    public async Task Lines_behind_a_refused_head_are_never_commands(string text, string code)
    {
        var said = await new LabServer().Rig().SayAtEverySplitAsync(text.Utf8());
        Assert.StartsWith("ERR " + code, said.Text, StringComparison.Ordinal);
        Assert.Equal((1, code), (said.Text.Count(letter => letter == '\n'), said.End.Token));
    }

    [Fact]
    public async Task Lines_count_against_max_body()
    {
        var said = await Labs.SayAsync("MANY 3\r\n1 aaaa\r\n1 bbbb\r\n1 cccc\r\nECHO no\r\n", new Limits { MaxBody = 20 });
        Assert.StartsWith("ERR body-too-large", said.Text, StringComparison.Ordinal);
        Assert.Equal("body-too-large", said.End.Token);
    }

    [Fact]
    public async Task Lines_that_the_end_of_the_connection_cuts_reach_no_handler()
    {
        var said = await Labs.SayAsync("MANY 3\r\n1 a\r\n2 b\r\n");
        Assert.Equal(("", "unexpected-eof"), (said.Text, said.End.Token));
        Assert.Equal("unexpected-eof", (await Labs.SayAsync("UNTIL\r\n1 a\r\n2 b")).End.Token);
    }

    [Fact]
    public async Task Slow_lines_are_given_up()
    {
        var clock = new ManualClock();
        var peer = new LabServer().Rig(clock: clock).Peer(out var ended);
        await peer.SayAsync("MANY 3\r\n1 a\r\n");
        await clock.ExpireAsync(peer.LineAsync(), TimeSpan.FromSeconds(5));
        peer.Finish();
        Assert.Equal("min-receive-rate", (await ended.SoonAsync()).Token);
    }

    [Fact]
    public async Task A_line_that_equals_the_end_cannot_be_written()
    {
        var format = WireFormat.Text(NewLine.CrLf, 80);
        var list = LineTail.Of<Lab.Item>([new Lab.Item(1, Bytes.Of("a"))], "1 a");
        Assert.Throws<NotWritableException>(() => list.Check(format));
        LineTail.Of<Lab.Item>([new Lab.Item(1, Bytes.Of("b"))], "1 a").Check(format);
        await Task.CompletedTask;
    }

    [Fact]
    public void A_list_that_was_received_can_be_sent_on_in_another_form()
    {
        var input = new WireInput(WireFormat.Text(NewLine.CrLf, 80));
        input.Feed(new System.Buffers.ReadOnlySequence<byte>("1 a\r\n"u8.ToArray()));
        var received = new LineList<Lab.Item>(1, null);
        Assert.Equal(ReadStatus.Done, received.Read(input, -1));
        Assert.Equal("1 a\r\n", Text(LineTail.Of(received)));
        Assert.Equal("1 a\r\n.\r\n", Text(LineTail.Of(received, ".")));

        static string Text(LineTail lines)
        {
            var (output, next) = (new System.Buffers.ArrayBufferWriter<byte>(), 0);
            while (lines.Write(WireFormat.Text(NewLine.CrLf, 80), output, true, ref next)) Assert.Fail("it is short");
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
    }
}
