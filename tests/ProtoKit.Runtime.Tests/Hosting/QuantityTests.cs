using ProtoKit.Hosting;

namespace RuntimeTests;

public class QuantityTests
{
    [Theory]
    [InlineData("0ms", 0), InlineData("100ms", 100), InlineData("1.5s", 1500), InlineData("2m", 120_000), InlineData("1h", 3_600_000), InlineData("0.5ms", 0.5), InlineData("2147483647ms", 2147483647)]
    public void A_time(string text, double milliseconds) => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Quantity.Duration(text));

    [Theory]
    [InlineData(""), InlineData("5"), InlineData("s"), InlineData("-1s"), InlineData("+1s"), InlineData(" 1s"), InlineData("1 s"), InlineData("1S"), InlineData("1e3s"), InlineData("NaNs"), InlineData("Infinitys")]
    [InlineData("1d"), InlineData("2147483648ms"), InlineData("600h"), InlineData("99999999999999999999999999999999h"), InlineData("1,5s"), InlineData("Unlimited")]
    public void What_is_no_time(string text) => Assert.Throws<FormatException>(() => Quantity.Duration(text));

    [Theory]
    [InlineData("0", 0), InlineData("4096", 4096), InlineData("1B", 1), InlineData("4KiB", 4096), InlineData("1.5KiB", 1536), InlineData("2MiB", 2 << 20), InlineData("4GiB", 4L << 30), InlineData("9007199254740993", 9007199254740993)]
    public void A_size(string text, long bytes) => Assert.Equal(bytes, Quantity.Bytes(text));

    [Theory]
    [InlineData(""), InlineData("KiB"), InlineData("-1"), InlineData("4KB"), InlineData("4kib"), InlineData("0.5B"), InlineData("0.3KiB"), InlineData("9223372036854775807"), InlineData("99999999999GiB"), InlineData("1e3")]
    [InlineData("NaN"), InlineData("0x10"), InlineData("1_000")]
    public void What_is_no_size(string text) => Assert.Throws<FormatException>(() => Quantity.Bytes(text));

    [Fact]
    public void Unlimited_is_only_ever_written_out()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, Quantity.Duration("unlimited"));
        Assert.Equal(-1, Quantity.Bytes("unlimited"));
    }
}
