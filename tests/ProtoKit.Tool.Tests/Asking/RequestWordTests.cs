using ProtoKit.Tool.Asking;

namespace ProtoKit.Tool.Tests.Asking;

public sealed class RequestWordTests
{
    [Theory]
    [InlineData("get a", "get|a")]
    [InlineData("  get   a  ", "get|a")]
    [InlineData("put \"a b\"", "put|a b")]
    [InlineData("put name=\"a b\" x", "put|name=a b|x")]
    [InlineData("say \"a \\\" \\\\ b\"", "say|a \" \\ b")]
    [InlineData("say \"\"", "say|")]
    [InlineData("", "")]
    public void A_line_is_split_at_spaces_and_quotes_keep_them(string line, string words) =>
        Assert.Equal(words, string.Join('|', RequestWord.Split(line).Select(word => word.Text)));

    [Fact]
    public void A_words_tail_is_the_line_as_it_was_written() =>
        Assert.Equal("b   \"c\"", RequestWord.Split("a  b   \"c\"")[1].Tail);
}
