namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0101
{
    [Fact]
    public void A_message_that_is_not_partial_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly record struct ⟪List⟫ : IOneWay;""")
        .Reports("PK0101", "'List' is not a partial record, so no reader can be added to it. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void A_class_is_no_message() => Declare
        .Text("""[Command("L")] public partial class ⟪List⟫ : IOneWay;""")
        .Reports("PK0101", "'List' is not a partial record, so no reader can be added to it. Declare it as 'readonly partial record struct List'.");

    [Fact]
    public void A_partial_record_is_fine() => Declare
        .Text("""[Command("L")] public readonly partial record struct List : IOneWay;""")
        .IsFine();

    [Fact]
    public void A_record_class_is_fine() => Declare
        .Text("""[Command("L")] public partial record List(string Name) : IOneWay;""")
        .IsFine();

    [Fact]
    public void A_record_in_several_parts_is_fine() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List(int Number) : IOneWay;
            public readonly partial record struct List;
            """)
        .IsFine();
}
