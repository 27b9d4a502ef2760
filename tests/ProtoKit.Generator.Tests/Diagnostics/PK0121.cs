namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0121
{
    [Fact]
    public void A_line_end_is_told_on_itself() => Declare
        .Text("""[Command("L⟪\n⟫")] public readonly partial record struct List : IOneWay;""")
        .Reports("PK0121", "The template holds an LF, which cannot stand in a message's text. Remove it.");

    [Fact]
    public void A_NUL_is_told_on_itself() => Declare
        .Text("""[Command("L⟪\0⟫")] public readonly partial record struct List : IOneWay;""")
        .Reports("PK0121", "The template holds a NUL, which cannot stand in a message's text. Remove it.");

    [Fact]
    public void An_escape_is_told_on_itself() => Declare
        .Text("""[Command("L⟪\u001b⟫")] public readonly partial record struct List : IOneWay;""")
        .Reports("PK0121", "The template holds the control character U+001B, which cannot stand in a message's text. Remove it.");

    [Fact]
    public void Half_a_character_is_told_on_itself() => Declare
        .Text("""[Command("\u00e9⟪\ud83d⟫")] public readonly partial record struct List : IOneWay;""")
        .Reports("PK0121", "The template holds half of a surrogate pair, which cannot stand in a message's text. Remove it.");

    [Fact]
    public void A_tab_in_a_verbatim_literal_is_told_on_itself() => Declare
        .Text(""""[Command(@"L ""⟪	⟫""")] public readonly partial record struct List : IOneWay;"""")
        .Reports("PK0121", "The template holds a tab, which cannot stand in a message's text. Remove it.");

    [Fact]
    public void Text_without_them_is_fine() => Declare
        .Text("""[Command("列出")] public readonly partial record struct List : IOneWay;""")
        .IsFine();

    [Fact]
    public void Whatever_else_is_told_on_the_whole_argument_when_it_is_not_one_literal() => Declare
        .Text("""[Command(⟪"L" + "\r"⟫)] public readonly partial record struct List : IOneWay;""")
        .Reports("PK0121", "The template holds a CR, which cannot stand in a message's text. Remove it.");
}
