using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>Patterns of KEYS, as Redis reads them.</summary>
public sealed class GlobTests
{
    [Theory]
    [InlineData("*", "", true)]
    [InlineData("*", "anything", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a", "", false)]
    [InlineData("h?llo", "hello", true)]
    [InlineData("h?llo", "hllo", false)]
    [InlineData("h*llo", "hllo", true)]
    [InlineData("h*llo", "heeeello", true)]
    [InlineData("h*llo", "heeeellow", false)]
    [InlineData("h[ae]llo", "hallo", true)]
    [InlineData("h[ae]llo", "hillo", false)]
    [InlineData("h[^e]llo", "hallo", true)]
    [InlineData("h[^e]llo", "hello", false)]
    [InlineData("h[a-b]llo", "hbllo", true)]
    [InlineData("h[b-a]llo", "hallo", true)]
    [InlineData("h[a-]llo", "h-llo", false)]
    [InlineData(@"h\*llo", "h*llo", true)]
    [InlineData(@"h\*llo", "hello", false)]
    [InlineData(@"h[\]]llo", "h]llo", true)]
    [InlineData(@"tail\", @"tail\", true)]
    [InlineData("open[abc", "openb", true)]
    [InlineData("open[", "open[", false)]
    [InlineData("[]a]", "a", false)]
    [InlineData("[^]", "x", true)]
    [InlineData("***a**", "bab", true)]
    [InlineData("a*b*c", "abbcbc", true)]
    [InlineData("a*b*c", "abbcb", false)]
    public void A_pattern_matches_or_not(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new Glob(Encoding.UTF8.GetBytes(pattern)).IsMatch(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Many_stars_take_no_longer_than_one()
    {
        var pattern = new Glob(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("*a", 30)) + "*b"));
        var text = new byte[20_000];
        Array.Fill(text, (byte)'a');
        Assert.False(pattern.IsMatch(text));
    }

    [Fact]
    public void It_agrees_with_a_regular_expression()
    {
        var random = new Random(4);
        for (var round = 0; round < 20_000; round++)
        {
            var pattern = Word(random, "ab*?", 6);
            var text = Word(random, "ab", 7);
            var expected = Regex.IsMatch(text, "^" + pattern.Replace("*", ".*").Replace("?", ".") + "$");
            Assert.True(new Glob(Encoding.ASCII.GetBytes(pattern)).IsMatch(Encoding.ASCII.GetBytes(text)) == expected, $"{pattern} and {text}");
        }
    }

    private static string Word(Random random, string letters, int most) =>
        new([.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => letters[random.Next(letters.Length)])]);
}
