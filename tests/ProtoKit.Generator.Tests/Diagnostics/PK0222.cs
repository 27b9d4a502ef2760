namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0222
{
    [Fact]
    public void An_optional_text_before_an_option_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(string? ⟪Name⟫, [Flag("EX")] bool Exact) : IOneWay;""")
        .Reports("PK0222", "'Name' may be absent and could hold \"EX\", the word of 'Exact', so no reader could tell which of the two is meant. Make 'Name' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void A_list_of_texts_before_an_option_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(IReadOnlyList<string> ⟪Names⟫, [Flag("EX")] bool Exact) : IOneWay;""")
        .Reports("PK0222", "'Names' may be absent and could hold \"EX\", the word of 'Exact', so no reader could tell which of the two is meant. Make 'Names' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void A_list_of_groups_that_begin_with_text_is_told_on_its_name() => Declare
        .Text("""public readonly record struct Pair(string Key, int Value); [Command("C")] public readonly partial record struct C(IReadOnlyList<Pair> ⟪Pairs⟫, [Flag("EX")] bool Exact) : IOneWay;""")
        .Reports("PK0222", "'Pairs' may be absent and could hold \"EX\", the word of 'Exact', so no reader could tell which of the two is meant. Make 'Pairs' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void A_number_that_the_word_looks_like_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(int? ⟪Count⟫, [Flag("EX")] bool Exact, [Flag("-1")] bool Last) : IOneWay;""")
        .Reports("PK0222", "'Count' may be absent and could hold \"-1\", the word of 'Last', so no reader could tell which of the two is meant. Make 'Count' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void An_enum_with_that_word_is_told_on_its_name() => Declare
        .Text("""public enum Mode { Rough, Exact } [Command("C")] public readonly partial record struct C(Mode? ⟪Mode⟫, [Flag("Exact")] bool Exact) : IOneWay;""")
        .Reports("PK0222", "'Mode' may be absent and could hold \"Exact\", the word of 'Exact', so no reader could tell which of the two is meant. Make 'Mode' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void An_enum_with_that_word_in_another_case_is_told_where_case_is_ignored() => Declare
        .Text("""public enum Mode { Rough, Exact } [Command("C")] public readonly partial record struct C(Mode? ⟪Mode⟫, [Flag("EXACT")] bool Exact) : IOneWay;""", "TextWire(IgnoreCase = true)")
        .Reports("PK0222", "'Mode' may be absent and could hold \"EXACT\", the word of 'Exact', so no reader could tell which of the two is meant. Make 'Mode' an option too, or give it a type that cannot hold that word.");

    [Fact]
    public void What_cannot_hold_the_word_is_fine() => Declare
        .Text("""
            public readonly record struct Pair(int Key, string Value);
            [Command("A")] public readonly partial record struct A(int? Count, DateOnly? Day, [Flag("EX")] bool Exact) : IOneWay;
            [Command("B")] public readonly partial record struct B(IReadOnlyList<double> Numbers, [Flag("EX")] bool Exact) : IOneWay;
            [Command("D")] public readonly partial record struct D(string Name, IReadOnlyList<Pair> Pairs, [Option("EX")] string? Exact) : IOneWay;
            """)
        .IsFine();
}
