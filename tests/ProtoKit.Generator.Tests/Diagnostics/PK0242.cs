namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0242
{
    [Fact]
    public void No_values_are_told_on_the_attribute() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([⟪OneOf⟫] string Name) : IOneWay;""")
        .Reports("PK0242", "[OneOf] names no value, so 'Name' could have none. Name the values that it may have.");
}
