using System.Text;
using Xunit;

namespace Samples.Redis.Tests;

/// <summary>A number is what it would be written as, and nothing else.</summary>
public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("-1", -1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void It_is_read_and_written(string text, long number)
    {
        Assert.True(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out var read));
        Assert.Equal(number, read);
        Assert.Equal(text, Text.Of(DecimalText.Of(number)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    [InlineData("0x1")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("100000000000000000000000")]
    public void Everything_else_is_none(string text) => Assert.False(DecimalText.TryRead(Encoding.ASCII.GetBytes(text), out _));
}
