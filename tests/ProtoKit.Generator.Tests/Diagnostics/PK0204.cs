namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0204
{
    [Fact]
    public void A_required_field_after_an_optional_one_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(int? First, int ⟪Second⟫) : IOneWay;""")
        .Reports("PK0204", "'Second' comes after the optional field 'First', so a missing 'First' could not be noticed. Move 'First' to the end or drop its '?'.");

    [Fact]
    public void Text_after_an_optional_field_is_told_in_the_template() => Declare
        .Text("""[Command("C <{First}⟪>⟫")] public readonly partial record struct C(int? First) : IOneWay;""")
        .Reports("PK0204", "'>' comes after the optional field 'First', so a missing 'First' could not be noticed. Move 'First' to the end or drop its '?'.");

    [Fact]
    public void A_list_after_an_optional_field_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(int? First, IReadOnlyList<int> ⟪Others⟫) : IOneWay;""")
        .Reports("PK0204", "'Others' comes after the optional field 'First', so a missing 'First' could not be noticed. Move 'First' to the end or drop its '?'.");

    [Fact]
    public void Optional_fields_at_the_end_are_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(int First, int? Second, [Rest] string? Others) : IOneWay;""")
        .IsFine();
}
