namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0208
{
    [Fact]
    public void A_nullable_body_is_told_on_its_type() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength] ⟪Body?⟫ Data) : IOneWay;""")
        .Reports("PK0208", "'Data' is a body, which cannot be absent. Drop the '?'.");

    [Fact]
    public void A_nullable_list_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(⟪IReadOnlyList<string>?⟫ Names) : IOneWay;""")
        .Reports("PK0208", "'Names' is a list of words, which cannot be absent. Drop the '?'.");

    [Fact]
    public void A_body_that_is_there_is_fine() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength] Body Data) : IOneWay;""")
        .IsFine();

    [Fact]
    public void A_flag_that_may_be_absent_is_told_on_its_type() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Flag("X")] ⟪bool?⟫ Value) : IOneWay;""")
        .Reports("PK0208", "'Value' is a flag, which cannot be absent. Drop the '?'.");
}
