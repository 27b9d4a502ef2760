namespace RuntimeTests;

public class QuotedTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("""
        "in quotes"
        """, "in quotes")]
    [InlineData("""
        ""
        """, "")]
    [InlineData("""
        "a \"word\" and a \\ and \\\""
        """, """
        a "word" and a \ and \"
        """)]
    [InlineData("""
        mid"dle\
        """, """
        mid"dle\
        """)]
    public void A_word_may_stand_in_quotes(string text, string value)
    {
        var fields = new FieldReader(text.Utf8());
        fields.Quoted("field");
        Assert.Equal(value, fields.String("field"));
        fields.End();
        Assert.True(fields.Succeeded);
    }

    [Theory]
    [InlineData("\""), InlineData("\"cut"), InlineData("\"cut\\\""), InlineData("\"cut\\"), InlineData("\"a\"b"), InlineData("\"a\"\""), InlineData("\"\\n\""), InlineData("\"a\\ b\""), InlineData("\"\\x41\"")]
    public void Quotes_that_are_cut_or_escape_what_needs_none_are_refused(string text)
    {
        var fields = new FieldReader(text.Utf8());
        fields.Quoted("field");
        fields.End();
        Assert.False(fields.Succeeded);
    }

    [Theory]
    [InlineData("word", "word"), InlineData("two words", "\"two words\""), InlineData("", "\"\""), InlineData("\"", "\"\\\"\""), InlineData("a\"b", "a\"b"), InlineData("\\", "\\")]
    [InlineData(" \\ ", "\" \\\\ \""), InlineData("文件 名", "\"文件 名\"")]
    public void The_writer_quotes_when_it_must(string value, string text) =>
        Assert.Equal(text, Fields.Written((ref FieldWriter writer) => writer.Quoted("field", value)));

    [Fact]
    public async Task Any_two_texts_come_back_as_they_went()
    {
        var random = new Random(7);
        const string letters = "ab \"\\文\t=<>{}";
        await using var client = Kinds.Client.Over(Kinds.Rig(new KindsServer()).Connect());
        for (var round = 0; round < 300; round++)
        {
            var (a, b) = (Text(), Text());
            Assert.Equal(new Kinds.QuotedBack(a, b), await client.QuotedAsync(a, b));
        }

        string Text() => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => letters[random.Next(letters.Length)]));
    }
}
