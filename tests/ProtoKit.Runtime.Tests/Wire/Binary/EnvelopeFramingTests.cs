using System.Buffers;
using System.Text;

namespace RuntimeTests;

public class EnvelopeFramingTests
{
    [Fact]
    public void A_value_ends_where_its_tag_says()
    {
        Resp.Everywhere(Resp.Wire, "*2|$3|GET|$1|a|+OK|:-5|", "*2|$3|GET|$1|a|", "+OK|", ":-5|");
        Resp.Everywhere(Resp.Wire, "$-1|*-1|*0|$0||-ERR no|", "$-1|", "$0||", "-ERR no|");
        Resp.Everywhere(Resp.Wire, "*2|*1|*0|*2|:1|$2|||+|", "*2|*1|*0|*2|:1|$2|||", "+|");
    }

    [Theory]
    [InlineData("*1|?", "BadLength: expected '$', got '?'")]
    [InlineData("GET a|", "BadLength: expected '*', got 'G'")]
    [InlineData("*x|", "BadLength: has a '*' without a number")]
    [InlineData("*01|", "BadLength: has a '*' without a number")]
    [InlineData("*1|*-2|", "BadLength: has a '*' without a number")]
    [InlineData("$-2|", "BadLength: has a '$' without a number")]
    [InlineData("$99999999999999999999|", "BadLength: has a '$' without a number")]
    [InlineData("$0|ab", "BadLength: has a value that is not as long as it says")]
    [InlineData("*1|$3|foobar|", "BadLength: has a value that is not as long as it says")]
    [InlineData("$257|", "FrameTooLarge: announces 257 bytes; 256 are the most")]
    [InlineData("$250|", "FrameTooLarge: has more than 256 bytes")]
    [InlineData("*84|", "FrameTooLarge: has more than 256 bytes")]
    [InlineData("*1048576|", "FrameTooLarge: announces 1048576 bytes; 256 are the most")]
    [InlineData("*2|*41|*41|", "FrameTooLarge: has more than 256 bytes")]
    public void What_is_no_value_closes(string stream, string fault)
    {
        Assert.Equal([fault], Resp.Read(Resp.Wire, stream));
        Assert.Equal([fault], Streams.Read(Resp.Wire, Resp.Utf8(stream), Enumerable.Range(0, Resp.Utf8(stream).Length + 1), segment: 2));
    }

    [Fact]
    public void A_line_that_never_ends_is_refused_before_it_is_buffered()
    {
        Assert.Empty(Resp.Read(Resp.Wire, "+" + new string('x', 254)));
        Assert.Equal(["FrameTooLarge: has more than 256 bytes"], Resp.Read(Resp.Wire, "+" + new string('x', 255)));
        Assert.Equal(["FrameTooLarge: has more than 256 bytes"], Resp.Read(Resp.Inline, "P" + new string('x', 256)));
    }

    // As redis-cli reads a line that somebody types.
    [Theory]
    [InlineData("PING|", "*1|$4|PING|")]
    [InlineData("|   |  SET  a\tb  |", "*3|$3|SET|$1|a|$1|b|")]
    [InlineData("ECHO \"a b\"|", "*2|$4|ECHO|$3|a b|")]
    [InlineData("ECHO \"\\x41\\n\\\"\\\\\\q\"|", "*2|$4|ECHO|$5|A\n\"\\q|")]
    [InlineData("ECHO 'it\\'s' ''|", "*3|$4|ECHO|$4|it's|$0||")]
    [InlineData("ECHO a\"b c\"|", "*2|$4|ECHO|$4|ab c|")]
    [InlineData("ECHO a\\n|", "*2|$4|ECHO|$3|a\\n|")]
    public void A_line_of_words_becomes_an_envelope(string line, string envelope) => Resp.Everywhere(Resp.Inline, line + "*1|$1|x|", envelope, "*1|$1|x|");

    [Theory]
    [InlineData("ECHO \"a|")]
    [InlineData("ECHO \"a\"b|")]
    [InlineData("ECHO 'a|")]
    [InlineData("ECHO \"|")]
    [InlineData("ECHO \"a\\\"|")]
    public void Quotes_that_do_not_close_are_refused(string line) =>
        Resp.Everywhere(Resp.Inline, line + "PING|", "BadArgument: has quotes that do not close around a word", "*1|$4|PING|");

    [Fact]
    public void An_envelope_that_arrives_in_pieces_is_looked_at_once()
    {
        var stream = Big(20_000, 20);
        foreach (var step in new[] { 1, 7, 4096 })
        {
            var bytes = stream.ToArray();
            var input = new WireInput(WireFormat.Envelope(Resp.Form, 1 << 21, 1 << 20, inline: false));
            var looked = 0;
            for (var there = step; there < bytes.Length; there += step)
            {
                input.Feed(new ReadOnlySequence<byte>(bytes.AsMemory(0, there)));
                Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
                // A second look would find no value where one was.
                bytes.AsSpan(looked, (int)input.Search.At - looked).Fill((byte)'?');
                looked = (int)input.Search.At;
                Assert.True(there - looked < 64, $"{there - looked} bytes are looked at again");
            }

            input.Feed(new ReadOnlySequence<byte>(bytes));
            Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
            Assert.Equal(bytes.Length, frame.Length);
        }
    }

    [Fact]
    public void Lists_of_lists_cost_what_their_bytes_cost()
    {
        var bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("*2\r\n:1\r\n", 50_000)) + ":0\r\n");
        var input = new WireInput(WireFormat.Envelope(Resp.Form, 1 << 21, 1 << 20, inline: false));
        for (var there = 1; there < bytes.Length; there += 3)
        {
            input.Feed(new ReadOnlySequence<byte>(bytes.AsMemory(0, there)));
            Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
            bytes.AsSpan(0, (int)input.Search.At).Fill((byte)'?');
        }

        input.Feed(new ReadOnlySequence<byte>(bytes));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out _));
    }

    [Fact]
    public void Pieces_of_4_KiB_are_joined_once()
    {
        var bytes = Big(50_000, 20);
        Assert.True(bytes.Length > 1 << 20);
        var input = new WireInput(WireFormat.Envelope(Resp.Form, 1 << 21, 1 << 20, inline: false));
        for (var there = 4096; there < bytes.Length; there += 4096)
        {
            input.Feed(Streams.Segments(bytes.AsMemory(0, there), 4096));
            Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
        }

        input.Feed(Streams.Segments(bytes, 4096));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        Assert.True(frame.Span.SequenceEqual(bytes));
        input.Release();
    }

    [Fact]
    public void What_is_announced_takes_no_memory()
    {
        // The first time, code is made.
        TakesMemory();
        Assert.Equal(0, TakesMemory());
    }

    private static long TakesMemory()
    {
        var input = new WireInput(WireFormat.Envelope(Resp.Form, 64 << 20, 1 << 20, inline: true));
        var unread = new ReadOnlySequence<byte>("*1048576\r\n$60000000\r\nabc"u8.ToArray());
        input.Feed(unread.Slice(0, 3));
        Assert.Equal(ReadStatus.NeedMore, input.ReadFrame(out _));
        var before = GC.GetAllocatedBytesForCurrentThread();
        input.Feed(unread.Slice(0, 10));
        input.ReadFrame(out _);
        input.Feed(unread);
        var status = input.ReadFrame(out _);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(ReadStatus.NeedMore, status);
        return taken;
    }

    private static byte[] Big(int items, int length) =>
        Encoding.ASCII.GetBytes($"*{items}\r\n" + string.Concat(Enumerable.Repeat($"${length}\r\n{new string('x', length)}\r\n", items)));
}
