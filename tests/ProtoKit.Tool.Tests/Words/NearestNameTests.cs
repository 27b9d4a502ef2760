using ProtoKit.Tool.Words;

namespace ProtoKit.Tool.Tests.Words;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("serv", "serve")]
    [InlineData("descirbe", "describe")]
    [InlineData("SERVE", "serve")]
    [InlineData("banana", null)]
    public void A_misspelt_name_finds_its_neighbour(string word, string? near) =>
        Assert.Equal(near, NearestName.Of(word, ["serve", "describe", "emit"]));
}
