namespace RuntimeTests;

public class SpaceTests
{
    [Theory]
    [InlineData(" ECHO a"), InlineData("GET  a"), InlineData("GET a "), InlineData("GET "), InlineData("PUT a  1"), InlineData("QUIT "), InlineData("MAYBE true "), InlineData(" ")]
    public async Task Doubled_leading_and_trailing_spaces_are_bad_arguments(string line)
    {
        var said = await Labs.SayAsync(line + "\r\nECHO on\r\n");
        Assert.StartsWith("ERR bad-argument ", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ECHO", "OK"), InlineData("ECHO a  b ", "OK a  b "), InlineData("ECHO  a", "OK  a")]
    public async Task A_rest_keeps_its_spaces_and_an_empty_rest_has_none(string line, string answer) =>
        Assert.Equal(answer + "\r\n", (await Labs.SayAsync(line + "\r\n")).Text);

    [Fact]
    public async Task A_space_that_announces_an_empty_rest_is_refused() =>
        Assert.StartsWith("ERR bad-argument text is empty", (await Labs.SayAsync("ECHO \r\n")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("OPTION a", "OPTION a"), InlineData("OPTION a 5", "OPTION a 5")]
    public async Task An_optional_field_may_be_left_out(string line, string answer) =>
        Assert.Equal(answer + "\r\n", (await Kinds.Rig(new KindsServer()).SayAsync(line + "\r\n")).Text);

    [Theory]
    [InlineData("OPTION a "), InlineData("OPTION a x"), InlineData("OPTION a 5 6"), InlineData("OPTION")]
    public async Task An_optional_field_that_is_there_must_be_one(string line) =>
        Assert.StartsWith("ERR bad-argument ", (await Kinds.Rig(new KindsServer()).SayAsync(line + "\r\n")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_list_takes_the_remaining_words()
    {
        var said = await Kinds.Rig(new KindsServer()).SayAtEverySplitAsync("WORDS\r\nWORDS a\r\nWORDS a 文 c\r\n".Utf8());
        Assert.Equal("WORDS\r\nWORDS a\r\nWORDS a 文 c\r\n", said.Text);
    }

    [Fact]
    public async Task A_list_of_too_many_words_says_so()
    {
        var words = string.Concat(Enumerable.Repeat(" w", 17));
        var said = await Kinds.Rig(new KindsServer()).SayAsync($"WORDS{words}\r\nWORDS{words[..32]}\r\n");
        Assert.Equal($"ERR too-many-arguments there are 17 arguments; 16 are the most\r\nWORDS{words[..32]}\r\n", said.Text);
    }
}
