using System.Text;
using ProtoKit.Tool.Terminal;

namespace ProtoKit.Tool.Tests.Terminal;

public sealed class KeyBytesTests
{
    [Theory]
    [InlineData("qc?", "qc?")]
    [InlineData("\u001b[Aq", "q")]
    [InlineData("\u001b[15;2~c", "c")]
    [InlineData("\u001bOqc", "c")]
    [InlineData("\u001bqc", "c")]
    [InlineData("\u001b", "")]
    [InlineData("\u001b[", "")]
    [InlineData("\u001b[1;2", "")]
    [InlineData("éq", "q")]
    public void Only_a_key_that_is_a_character_counts(string sent, string keys) =>
        Assert.Equal(keys, string.Concat(KeyBytes.Characters(Encoding.UTF8.GetBytes(sent))));
}
