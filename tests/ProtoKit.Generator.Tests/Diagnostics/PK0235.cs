namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0235
{
    [Fact]
    public void An_enum_without_members_is_told_on_its_name() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum ⟪Color⟫;
            """)
        .Reports("PK0235", "The enum 'Color' has no members, so 'Color' could have no value. Add members.");

    [Fact]
    public void An_enum_with_members_is_fine() => Declare
        .Text("""
            [Command("C")] public readonly partial record struct C(Color Color) : IOneWay;
            public enum Color { Red }
            """)
        .IsFine();
}
