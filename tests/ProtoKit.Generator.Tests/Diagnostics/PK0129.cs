namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0129
{
    [Fact]
    public void The_second_of_two_glued_fields_is_told_on_its_braces() => Declare
        .Text("""[Command("G {A}⟪{B}⟫")] public readonly partial record struct Get(string A, string B) : IOneWay;""")
        .Reports("PK0129", "Nothing stands between 'A' and 'B', so no reader can tell where one ends. Write a space between them.");

    [Fact]
    public void Text_between_them_is_fine() => Declare
        .Text("""[Command("G {A}:{B}")] public readonly partial record struct Get(string A, string B) : IOneWay;""")
        .IsFine();
}
