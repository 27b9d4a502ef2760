namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0240
{
    [Fact]
    public void A_range_that_holds_nothing_is_told_on_its_first_number() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Between(⟪10⟫, 1)] int Count) : IOneWay;""")
        .Reports("PK0240", "10 is more than 1, so 'Count' could have no value. Write the lesser number first.");

    [Fact]
    public void A_range_of_one_number_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Between(1, 1)] int Count, [Between(-0.5, 0)] double Share) : IOneWay;""")
        .IsFine();
}
