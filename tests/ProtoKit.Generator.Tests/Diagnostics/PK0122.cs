namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0122
{
    [Fact]
    public void Doubled_spaces_are_told_on_themselves() => Declare
        .Text("""[Command("SET⟪  ⟫{Name}")] public readonly partial record struct Set(string Name) : IOneWay;""")
        .Reports("PK0122", "A doubled space stands here, which no reader of this wire accepts. Remove it.");

    [Fact]
    public void A_leading_space_is_told_on_itself() => Declare
        .Text("""[Command("⟪ ⟫SET")] public readonly partial record struct Set : IOneWay;""")
        .Reports("PK0122", "A leading space stands here, which no reader of this wire accepts. Remove it.");

    [Fact]
    public void A_trailing_space_is_told_on_itself() => Declare
        .Text("""[Command("SET⟪ ⟫")] public readonly partial record struct Set : IOneWay;""")
        .Reports("PK0122", "A trailing space stands here, which no reader of this wire accepts. Remove it.");

    [Fact]
    public void One_space_is_fine() => Declare
        .Text("""[Command("SET {Name} TO {Value}")] public readonly partial record struct Set(string Name, int Value) : IOneWay;""")
        .IsFine();

    [Fact]
    public void An_unframed_wire_takes_spaces_as_they_are() => Declare
        .Unframed("""[Command("SET ")] public readonly partial record struct Set : IOneWay;""")
        .IsFine();
}
