namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0109
{
    [Fact]
    public void A_verb_that_begins_like_a_prefix_is_told_on_its_template() => Declare
        .Text("""
            [Command("G{Name}")] public readonly partial record struct Get(string Name) : IOneWay;
            [Command(⟪"GO"⟫)] public readonly partial record struct Go : IOneWay;
            """)
        .Reports("PK0109", "The verb \"GO\" of 'Go' begins like the verb \"G\" of 'Get', so the two cannot be told apart. Change one of them.");

    [Fact]
    public void Two_words_that_could_be_a_word_and_its_field_are_told() => Declare
        .Text("""
            [Command("SET")] public readonly partial record struct Set(string Name) : IOneWay;
            [Command(⟪"SET ALL"⟫)] public readonly partial record struct SetAll : IOneWay;
            """)
        .Reports("PK0109", "The verb \"SET ALL\" of 'SetAll' begins like the verb \"SET\" of 'Set', so the two cannot be told apart. Change one of them.");

    [Fact]
    public void Words_that_only_begin_alike_are_fine() => Declare
        .Text("""
            [Command("G")] public readonly partial record struct Get(string Name) : IOneWay;
            [Command("GO")] public readonly partial record struct Go : IOneWay;
            """)
        .IsFine();

    [Fact]
    public void A_word_without_fields_may_be_the_first_of_two() => Declare
        .Text("""
            [Command("CONFIG")] public readonly partial record struct Config : IOneWay;
            [Command("CONFIG GET")] public readonly partial record struct ConfigGet(string Name) : IOneWay;
            """)
        .IsFine();
}
