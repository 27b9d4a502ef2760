namespace RuntimeTests;

public class EnvelopeWordsTests
{
    private static readonly WireFormat Wide = WireFormat.Envelope(Resp.Form, 4096, 4, inline: true);

    private static string Fault(WireInput input, scoped in FieldReader fields)
    {
        Assert.False(fields.Succeeded);
        input.Refuse(fields);
        return $"{input.Fault.Kind}: {input.Fault.Message}";
    }

    [Fact]
    public void The_items_of_the_list_are_the_words()
    {
        var input = new WireInput(Wide);
        var fields = Resp.Fields(input, "*5|$3|set|$1|a|$3|b c|$2|-7|$0||");
        Assert.Equal("set", Resp.Text(fields.Verb()));
        fields.NextWord("key");
        Assert.Equal("a", fields.String("key"));
        Assert.True(fields.CanCut);
        fields.NextQuoted("value");
        Assert.Equal("b c", fields.Bytes().ToString());
        fields.NextWord("number");
        Assert.Equal(-7, fields.Integer<long>("number"));
        fields.NextRest("last");
        Assert.Equal("", fields.String("last"));
        Assert.True(fields.AtEnd);
        fields.NextRest("nothing");
        Assert.Equal("", fields.String("nothing"));
        fields.End();
        Assert.True(fields.Succeeded);
        fields.NextWord("more");
        Assert.Equal("BadArgument: more is missing", Fault(input, fields));
    }

    [Fact]
    public void A_verb_has_as_many_items_as_words()
    {
        var input = new WireInput(Wide);
        var fields = Resp.Fields(input, "*3|$6|config|$3|GET|$1|a|");
        Assert.False(fields.StartsWithWord("CONFIG GET"u8));
        Assert.False(fields.StartsWithWordIgnoringCase("CONFIG SET"u8));
        Assert.False(fields.StartsWithWordIgnoringCase("CONFIG GET b"u8));
        Assert.False(fields.StartsWithWordIgnoringCase("CONF"u8));
        Assert.False(fields.IsIgnoringCase("CONFIG GET"u8));
        Assert.True(fields.StartsWithWordIgnoringCase("CONFIG GET"u8));
        fields.NextWord("pattern");
        Assert.Equal("a", fields.String("pattern"));
        fields.End();
        Assert.True(fields.Succeeded);
        fields = Resp.Fields(new WireInput(Wide), "*2|$6|CONFIG|$3|GET|");
        Assert.True(fields.Is("CONFIG GET"u8));
        Assert.True(fields.AtEnd);
    }

    [Fact]
    public void The_verb_may_stand_elsewhere()
    {
        var form = new EnvelopeForm(EnvelopeCase.Block('s', WireNumber.Big(8), ""), EnvelopeCase.List('l', WireNumber.Big(8))) { List = (byte)'l', Item = (byte)'s', Verb = 1 };
        var wire = WireFormat.Envelope(form, 256, 4, inline: false);
        var input = new WireInput(wire);
        input.Feed(new("l\u0003s\u0001as\u0002DOs\u0001b"u8.ToArray()));
        Assert.Equal(ReadStatus.Done, input.ReadFrame(out var frame));
        foreach (var byVerb in new[] { true, false })
        {
            var fields = new FieldReader(input, frame);
            if (byVerb) Assert.Equal("DO", Resp.Text(fields.Verb()));
            else Assert.True(fields.StartsWithWord("DO"u8));
            fields.NextWord("first");
            Assert.Equal("a", fields.String("first"));
            fields.NextWord("second");
            Assert.Equal("b", fields.String("second"));
            fields.End();
            Assert.True(fields.Succeeded);
        }
    }

    [Theory]
    [InlineData("*2|$3|GET|:5|", "BadLength: expected '$', got ':'")]
    [InlineData("*2|$3|GET|*1|$1|a|", "BadLength: expected '$', got '*'")]
    [InlineData("*2|$3|GET|$-1|", "BadLength: key is null")]
    [InlineData("*1|$3|GET|", "BadArgument: key is missing")]
    [InlineData("*3|$3|GET|$1|a|$1|b|", "BadArgument: there is more than the command takes")]
    public void A_command_takes_words_and_no_other_values(string stream, string fault)
    {
        var input = new WireInput(Wide);
        var fields = Resp.Fields(input, stream);
        Assert.True(fields.StartsWithWord("GET"u8));
        fields.NextWord("key");
        fields.String("key");
        fields.End();
        Assert.Equal(fault, Fault(input, fields));
    }

    [Theory]
    [InlineData("*2|$4|NONE|:5|", "UnknownCommand: there is no command 'NONE'")]
    [InlineData("*9|$4|NONE|$0||$0||$0||$0||$0||$0||$0||$0||", "UnknownCommand: there is no command 'NONE'")]
    [InlineData("*1|:1|", "BadLength: expected '$', got ':'")]
    [InlineData("*1|$-1|", "BadLength: expected '$', got '$'")]
    [InlineData("+OK|", "UnknownCommand: there is no command '+OK'")]
    public void A_verb_that_no_command_has(string stream, string fault)
    {
        var input = new WireInput(Wide);
        var fields = Resp.Fields(input, stream);
        fields.Verb();
        fields.UnknownVerb();
        Assert.Equal(fault, Fault(input, fields));
    }

    [Theory]
    [InlineData("*0|"), InlineData("*-1|"), InlineData("*-10|*0||")]
    public void A_list_of_no_words_is_passed_over(string stream)
    {
        var input = new WireInput(Wide);
        var fields = Resp.Fields(input, stream + "*1|$3|GET|");
        Assert.True(fields.StartsWithWord("GET"u8));
        Assert.Equal(stream.Length + stream.Count(letter => letter == '|') + 13, input.Consumed);
    }

    [Fact]
    public void Without_lines_of_words_a_command_is_a_list()
    {
        var input = new WireInput(Resp.Wire);
        var fields = Resp.Fields(input, ":1|");
        Assert.True(fields.Verb().IsEmpty);
        fields.UnknownVerb();
        Assert.Equal("BadLength: expected '*', got ':'", Fault(input, fields));
    }

    [Fact]
    public void There_are_no_more_words_than_the_conversation_allows()
    {
        var input = new WireInput(Wide) { MaxArguments = 1 };
        var fields = Resp.Fields(input, "*2|$3|DEL|$1|a|");
        fields.Verb();
        Assert.True(fields.Succeeded);
        fields = Resp.Fields(input, "*3|$3|DEL|$1|a|$1|b|");
        fields.Verb();
        Assert.Equal("TooManyArguments: there are 2 arguments; 1 are the most", Fault(input, fields));
        input.HoldsAnswers = true;
        fields = Resp.Fields(input, "*3|$3|DEL|$1|a|$1|b|");
        fields.Verb();
        Assert.True(fields.Succeeded);
    }

    [Fact]
    public void An_answer_may_have_numbers_and_null_among_its_words()
    {
        var input = new WireInput(Wide) { HoldsAnswers = true };
        var fields = Resp.Fields(input, "*4|$9|subscribe|$-1|:12|$1|x|");
        Assert.True(fields.StartsWithWord("subscribe"u8));
        Assert.True(fields.TakesNull("channel"));
        Assert.False(fields.TakesNull("count"));
        fields.NextWord("count");
        Assert.Equal(12, fields.Integer<long>("count"));
        fields.Literal("x"u8);
        fields.End();
        Assert.True(fields.Succeeded);
    }

    [Fact]
    public void A_number_of_an_answer_may_be_in_bytes()
    {
        var form = new EnvelopeForm(EnvelopeCase.Block('s', WireNumber.Big(8), ""), EnvelopeCase.Number('n', WireNumber.Big(16)), EnvelopeCase.List('l', WireNumber.Big(8)))
        { List = (byte)'l', Item = (byte)'s', Number = (byte)'n' };
        var fields = new FieldReader("l\u0002s\u0001an\u0001\u0002"u8.ToArray(), WireFormat.Envelope(form, 256, 4, inline: false));
        Assert.True(fields.StartsWithWord("a"u8));
        fields.NextWord("number");
        Assert.Equal(258, fields.Integer<int>("number"));
    }

    [Fact]
    public void A_reader_of_any_bytes_stays_inside_them()
    {
        var random = new Random(7);
        var letters = "*$:+-0123456789\r\n\r\n\r\nab"u8.ToArray();
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = new byte[random.Next(40)];
            for (var at = 0; at < bytes.Length; at++) bytes[at] = letters[random.Next(letters.Length)];
            var fields = new FieldReader(bytes, Wide);
            fields.Verb();
            for (var left = 0; left < 5; left++) fields.NextWord("word");
            fields.End();
            fields = new FieldReader(bytes, Wide);
            fields.UnknownVerb();
            Assert.False(fields.Succeeded);
            Streams.Read(Wide, bytes, [random.Next(bytes.Length + 1), bytes.Length], random.Next(5));
        }
    }

    [Fact]
    public void A_writer_counts_items_and_bytes()
    {
        Assert.Equal("*3|$3|SET|$1|a|$12|abcdefghijkl|", Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items();
            writer.Literal("SET "u8);
            writer.Word("key", "a");
            writer.Space();
            writer.Word("value", Bytes.Of("abcdefghijkl"));
        }));
        Assert.Equal("*6|$6|CONFIG|$3|GET|$3|-12|$4|true|$3|1.5|$6|a b€|", Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items(6);
            writer.Literal("CONFIG GET "u8);
            writer.Integer(-12);
            writer.Bool(true);
            writer.Real("real", 1.5);
            writer.Quoted("text", "a b€");
        }));
        Assert.Equal("*11|" + string.Concat(Enumerable.Repeat("$1|x|", 11)), Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items();
            for (var left = 11; left > 0; left--) writer.Item("item", "x");
        }));
        Assert.Equal("*5|$-1|$-1|:-3|$1|x|$36|00000000-0000-0000-0000-000000000000|", Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items();
            writer.ItemOrNull("text", (string?)null);
            writer.ItemOrNull("bytes", (Bytes?)null);
            writer.NumberItem(-3);
            writer.ItemOrNull("text", "x");
            writer.Item("id", Guid.Empty);
        }));
        Assert.Equal("*1|$1000|" + new string('x', 1000) + "|", Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items();
            writer.Rest("text", new string('x', 1000));
        }));
    }

    [Fact]
    public void What_no_item_can_be_is_not_written()
    {
        Assert.Throws<NotWritableException>(() => Resp.Written((ref FieldWriter writer) =>
        {
            writer.Items();
            writer.Item("text", (string)null!);
        }));
        Assert.Throws<NotWritableException>(() => Resp.Written((ref FieldWriter writer) => writer.Word("text", "a\nb")));
    }
}
