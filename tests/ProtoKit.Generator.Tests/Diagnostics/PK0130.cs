namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0130
{
    [Fact]
    public void Text_that_does_not_fit_its_line_is_told_on_the_template() => Declare
        .Text("""[Command(⟪"HELLO"⟫)] public readonly partial record struct Hello : IOneWay;""", "TextWire(MaxLine = \"4B\")")
        .Reports("PK0130", "The text of 'Hello' has 5 bytes, but MaxLine says 4. Shorten it or raise MaxLine.");

    [Fact]
    public void Text_that_fits_is_fine() => Declare
        .Text("""[Command("HELO")] public readonly partial record struct Hello : IOneWay;""", "TextWire(MaxLine = \"4B\")")
        .IsFine();
}
