namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0221
{
    [Fact]
    public void The_second_option_with_a_word_is_told_on_the_word() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option("EX")] long? Seconds, [Flag(⟪"EX"⟫)] bool Exact) : IOneWay;""")
        .Reports("PK0221", "'Seconds' and 'Exact' both have the word \"EX\". Change one of them.");

    [Fact]
    public void Where_case_is_ignored_words_are_the_same_in_any_case() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option("EX")] long? Seconds, [Flag(⟪"ex"⟫)] bool Exact) : IOneWay;""", "TextWire(IgnoreCase = true)")
        .Reports("PK0221", "'Seconds' and 'Exact' both have the word \"ex\", since case is ignored. Change one of them.");

    [Fact]
    public void Words_that_differ_in_case_are_fine_where_case_matters() => Declare
        .Text("""[Command("C")] public readonly partial record struct C([Option("EX")] long? Seconds, [Flag("ex")] bool Exact) : IOneWay;""")
        .IsFine();
}
