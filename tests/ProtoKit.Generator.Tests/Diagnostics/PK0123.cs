namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0123
{
    [Fact]
    public void A_character_that_ASCII_lacks_is_told_on_itself() => Declare
        .Text("""[Command("⟪é⟫")] public readonly partial record struct E : IOneWay;""", "TextWire(Encoding = \"ascii\")")
        .Reports("PK0123", "'é' cannot be said in us-ascii. Choose another encoding or other text.");

    [Fact]
    public void A_character_that_Latin_1_lacks_is_told_on_itself() => Declare
        .Text("""[Command("⟪列⟫")] public readonly partial record struct L : IOneWay;""", "TextWire(Encoding = \"latin1\")")
        .Reports("PK0123", "'列' cannot be said in iso-8859-1. Choose another encoding or other text.");

    [Fact]
    public void The_last_line_of_a_list_is_asked_too() => Declare
        .Text("""
            [Reply("OK")] public readonly partial record struct R([Lines(Until = ⟪"fin é"⟫)] IReadOnlyList<E> Es);
            [Line] public readonly partial record struct E(string Name);
            """, "TextWire(Encoding = \"us-ascii\")")
        .Reports("PK0123", "'fin é' cannot be said in us-ascii. Choose another encoding or other text.");

    [Fact]
    public void A_character_that_the_encoding_has_is_fine() => Declare
        .Text("""[Command("é")] public readonly partial record struct E : IOneWay;""", "TextWire(Encoding = \"latin1\")")
        .IsFine();
}
