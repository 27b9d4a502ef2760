using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Tests.Words;

public sealed class DurationTests
{
    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("10s", 10_000)]
    [InlineData("1.5s", 1500)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("0s", 0)]
    public void A_time_is_a_number_with_a_unit(string text, double milliseconds)
    {
        Assert.True(Duration.TryParse(text, out var time));
        Assert.Equal(milliseconds, time.TotalMilliseconds);
    }

    [Theory]
    [InlineData("10")]
    [InlineData("-1s")]
    [InlineData("s")]
    [InlineData("10 s")]
    [InlineData("9999h")]
    [InlineData("1e3s")]
    public void Anything_else_is_none(string text) => Assert.False(Duration.TryParse(text, out _));

    [Theory]
    [InlineData(3_600_000, "1h")]
    [InlineData(90_000, "90s")]
    [InlineData(12, "12ms")]
    [InlineData(0, "0ms")]
    public void It_is_shown_in_the_largest_whole_unit(long milliseconds, string shown) => Assert.Equal(shown, Duration.Show(milliseconds));
}
