namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0128
{
    [Fact]
    public void The_second_use_is_told_on_its_braces() => Declare
        .Text("""[Command("G {Name} ⟪{Name}⟫")] public readonly partial record struct Get(string Name) : IOneWay;""")
        .Reports("PK0128", "'Name' stands in the template already. Remove one of the two.");

    [Fact]
    public void Two_fields_are_fine() => Declare
        .Text("""[Command("G {Name} {Again}")] public readonly partial record struct Get(string Name, string Again) : IOneWay;""")
        .IsFine();
}
