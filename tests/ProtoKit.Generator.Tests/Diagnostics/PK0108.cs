namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0108
{
    [Fact]
    public void The_second_of_two_equal_verbs_is_told_on_its_template() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List : IOneWay;
            [Command(⟪"L"⟫)] public readonly partial record struct Look : IOneWay;
            """)
        .Reports("PK0108", "'List' and 'Look' have the same verb \"L\". Change one of them.");

    [Fact]
    public void A_verb_in_another_case_is_the_same_where_case_is_ignored() => Declare
        .Text("""
            [Command("l")] public readonly partial record struct List : IOneWay;
            [Command(⟪"L"⟫)] public readonly partial record struct Look : IOneWay;
            """, "TextWire(IgnoreCase = true)")
        .Reports("PK0108", "'List' and 'Look' have the same verb \"L\". Change one of them.");

    [Fact]
    public void Verbs_that_differ_in_case_are_fine_where_it_counts() => Declare
        .Text("""
            [Command("l")] public readonly partial record struct List : IOneWay;
            [Command("L")] public readonly partial record struct Look : IOneWay;
            """)
        .IsFine();

    [Fact]
    public void What_continues_a_command_may_have_any_verb() => Declare
        .Text("""
            [Command("L")] public readonly partial record struct List : IOneWay;
            [Command("L", Follows = nameof(List))] public readonly partial record struct More : IOneWay;
            """)
        .IsFine();
}
