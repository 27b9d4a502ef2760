namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0227
{
    [Fact]
    public void A_field_that_may_be_absent_is_told_on_the_list() => Declare
        .Text("""public readonly record struct Pair(string Key, int? Value); [Command("C")] public readonly partial record struct C(⟪IReadOnlyList<Pair>⟫ Pairs) : IOneWay;""")
        .Reports("PK0227", "The items of 'Pairs' are 'P.Pair', which is no group of words: 'Value' may be absent. Give it fields of one word each that are always there.");

    [Fact]
    public void A_rest_is_told_on_the_list() => Declare
        .Text("""public readonly record struct Pair(string Key, [Rest] string Value); [Command("C")] public readonly partial record struct C(⟪IReadOnlyList<Pair>⟫ Pairs) : IOneWay;""")
        .Reports("PK0227", "The items of 'Pairs' are 'P.Pair', which is no group of words: 'Value' takes the rest of its line. Give it fields of one word each that are always there.");

    [Fact]
    public void A_list_in_a_group_is_told_on_the_list() => Declare
        .Text("""public readonly record struct Pair(string Key, IReadOnlyList<int> Value); [Command("C")] public readonly partial record struct C(⟪IReadOnlyList<Pair>⟫ Pairs) : IOneWay;""")
        .Reports("PK0227", "The items of 'Pairs' are 'P.Pair', which is no group of words: 'Value' is more than a word. Give it fields of one word each that are always there.");

    [Fact]
    public void A_flag_in_a_group_is_told_on_the_list() => Declare
        .Text("""public readonly record struct Pair(string Key, [Flag("X")] bool Value); [Command("C")] public readonly partial record struct C(⟪IReadOnlyList<Pair>⟫ Pairs) : IOneWay;""")
        .Reports("PK0227", "The items of 'Pairs' are 'P.Pair', which is no group of words: 'Value' is an option. Give it fields of one word each that are always there.");

    [Fact]
    public void A_record_without_fields_is_told_on_the_list() => Declare
        .Text("""public readonly record struct Pair(); [Command("C")] public readonly partial record struct C(⟪IReadOnlyList<Pair>⟫ Pairs) : IOneWay;""")
        .Reports("PK0227", "The items of 'Pairs' are 'P.Pair', which is no group of words: it has no fields. Give it fields of one word each that are always there.");

    [Fact]
    public void Words_of_any_kind_are_fine() => Declare
        .Text("""
            public sealed record Pair([Quoted] string Key, Bytes Value, Guid Id);
            [Command("A")] public readonly partial record struct A(IReadOnlyList<Pair> Pairs) : IOneWay;
            [Reply("{Pairs}")] public readonly partial record struct B(IReadOnlyList<Pair> Pairs);
            """)
        .IsFine();
}
