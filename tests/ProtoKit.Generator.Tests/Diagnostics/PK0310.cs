namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0310
{
    [Fact]
    public void A_unit_that_is_none_is_told_on_the_size() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(MaxLine = ⟪\"4KB\"⟫)")
        .Reports("PK0310", "\"4KB\" is not a size. Write digits and B, KiB, MiB or GiB, such as \"4KiB\".");

    [Fact]
    public void A_longest_line_always_has_an_end() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire(MaxLine = ⟪\"unlimited\"⟫)")
        .Reports("PK0310", "\"unlimited\" is not a size. Write digits and B, KiB, MiB or GiB, such as \"4KiB\".");

    [Fact]
    public void A_body_s_size_is_told_on_it() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength(Max = ⟪"4 GiB"⟫)] Body Data) : IOneWay;""")
        .Reports("PK0310", "\"4 GiB\" is not a size. Write digits and B, KiB, MiB or GiB, such as \"4KiB\".");

    [Fact]
    public void More_than_a_number_can_be_is_told_on_the_size() => Declare
        .Text("""[Command("L")] public readonly partial record struct L : IOneWay;""", "TextWire, Limits(MaxBody = ⟪\"99999999999GiB\"⟫)")
        .Reports("PK0310", "\"99999999999GiB\" is not a size. Write digits and B, KiB, MiB or GiB, such as \"4KiB\", or \"unlimited\".");

    [Fact]
    public void Sizes_with_units_are_fine() => Declare
        .Text("""[Command("P")] public readonly partial record struct Put([BodyLength(Max = "4GiB")] Body Data) : IOneWay;""", "TextWire(MaxLine = \"512B\"), Limits(MaxBody = \"unlimited\")")
        .IsFine();
}
