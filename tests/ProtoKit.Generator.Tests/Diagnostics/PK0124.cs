namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0124
{
    [Fact]
    public void An_open_brace_without_its_partner_is_told_on_itself() => Declare
        .Text("""[Command("G ⟪{⟫Name")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0124", "This '{' has no partner. Close the field, or write '{{' for the character itself.");

    [Fact]
    public void A_closing_brace_without_its_partner_is_told_on_itself() => Declare
        .Text("""[Command("G Name⟪}⟫")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0124", "This '}' has no partner. Close the field, or write '}}' for the character itself.");

    [Fact]
    public void A_brace_inside_a_field_is_told_on_the_first() => Declare
        .Text("""[Command("G ⟪{⟫Na{me}")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0124", "This '{' has no partner. Close the field, or write '{{' for the character itself.");

    [Fact]
    public void Doubled_braces_are_text() => Declare
        .Text("""[Command("{{{Name}}}")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .IsFine();
}
