using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using ProtoKit.Generator.Reading;

namespace ProtoKit.Generator.Tests.Reading;

/// <summary>Texts that attributes hold.</summary>
public class Literals
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("512", 512)]
    [InlineData("512B", 512)]
    [InlineData("4KiB", 4096)]
    [InlineData("1MiB", 1 << 20)]
    [InlineData("4GiB", 1L << 32)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Sizes_are_read(string text, long bytes) => Assert.Equal((true, bytes), (SizeLiteral.TryParse(text, out var read), read));

    [Theory]
    [InlineData("")]
    [InlineData("KiB")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1 KiB")]
    [InlineData("1.5KiB")]
    [InlineData("4kib")]
    [InlineData("4KB")]
    [InlineData("8589934592GiB")]
    [InlineData("9223372036854775808")]
    [InlineData("١KiB")]
    public void Other_sizes_are_not(string text) => Assert.False(SizeLiteral.TryParse(text, out _));

    [Theory]
    [InlineData("100ms", 100)]
    [InlineData("60s", 60_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1h", 3_600_000)]
    public void Times_are_read(string text, long milliseconds) => Assert.Equal((true, milliseconds), (TimeLiteral.TryParse(text, out var read), read));

    [Theory]
    [InlineData("60")]
    [InlineData("1d")]
    [InlineData("m")]
    [InlineData("1 s")]
    public void Other_times_are_not(string text) => Assert.False(TimeLiteral.TryParse(text, out _));

    [Theory]
    [InlineData("EchoThanks", "echo-thanks")]
    [InlineData("root", "root")]
    [InlineData("maxBody2", "max-body2")]
    [InlineData("HTTPServer", "http-server")]
    [InlineData("snake_case", "snake-case")]
    [InlineData("_x", "x")]
    public void Names_become_words(string name, string word) => Assert.Equal(word, KebabCase.Of(name));

    [Theory]
    [InlineData("\"ab⟪c⟫d\"", 2, 1)]
    [InlineData("\"a\\n⟪b⟫\"", 2, 1)]
    [InlineData("\"\\u0041\\x41⟪z⟫\"", 2, 1)]
    [InlineData("\"\\U0001F600⟪b⟫\"", 2, 1)]
    [InlineData("\"\\U00000041⟪b⟫\"", 1, 1)]
    [InlineData("@\"a\"\"⟪b⟫\"", 2, 1)]
    [InlineData("\"\"\"a\"⟪b⟫ \"\"\"", 2, 1)]
    [InlineData("\"a⟪\\t⟫b\"", 1, 1)]
    [InlineData("⟪\"a\" + \"b\"⟫", 1, 1)]
    [InlineData("⟪nameof(abc)⟫", 1, 1)]
    public void A_piece_of_the_value_has_its_place_in_the_source(string marked, int start, int length)
    {
        var source = marked.Replace("⟪", "").Replace("⟫", "");
        var expression = CSharpSyntaxTree.ParseText($"var x = {source};", Generate.ParseOptions)
            .GetRoot().DescendantNodes().OfType<EqualsValueClauseSyntax>().Single().Value;
        var place = new LiteralPlaces(expression, expression.GetLocation()).At(start, length);

        Assert.Equal(marked.IndexOf('⟪') + "var x = ".Length, place.SourceSpan.Start);
        Assert.Equal(marked.IndexOf('⟫') - marked.IndexOf('⟪') - 1, place.SourceSpan.Length);
    }
}
