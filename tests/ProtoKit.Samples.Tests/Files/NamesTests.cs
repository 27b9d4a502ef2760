using System.Text;
using Xunit;

namespace Samples.Tests;

public sealed class NamesTests
{
    [Theory, MemberData(nameof(TrickyNames.Plain), MemberType = typeof(TrickyNames))]
    public void A_plain_name_is_taken_as_it_is(string name)
    {
        Assert.True(Names.IsPlain(name));
        Assert.True(Names.IsPlain(Encoding.UTF8.GetBytes(name)));
    }

    [Theory, MemberData(nameof(TrickyNames.Refused), MemberType = typeof(TrickyNames))]
    public void A_name_that_could_lead_astray_is_refused(string name) => Assert.False(Names.IsPlain(name));

    // Not among the names above: the test runner makes U+FFFD of it.
    [Fact]
    public void A_lone_surrogate_is_refused() => Assert.False(Names.IsPlain("lone\uDC00") || Names.IsPlain("\uD800"));

    [Theory]
    [InlineData("C080")] // an overlong null
    [InlineData("C0AE")] // an overlong dot
    [InlineData("EDA080")] // a surrogate
    [InlineData("F4908080")] // past U+10FFFF
    [InlineData("61E4B8")] // cut short
    [InlineData("80")]
    [InlineData("FF")]
    [InlineData("C285")] // U+0085, a control character in valid UTF-8
    public void Bytes_that_are_not_text_are_refused(string hex) => Assert.False(Names.IsPlain(Convert.FromHexString(hex)));

    [Fact]
    public void Every_control_byte_is_refused_and_no_other_ASCII_but_the_slash()
    {
        for (var b = 0; b < 0x80; b++)
            Assert.Equal(b is >= 0x20 and < 0x7F and not '/', Names.IsPlain([(byte)'a', (byte)b]));
    }
}
