namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0230
{
    [Fact]
    public void A_token_of_a_number_is_told_on_its_name() => Declare
        .Text("""[Token] public readonly partial record struct ⟪Word⟫(int Value);""")
        .Reports("PK0230", "The token 'Word' is not a partial record of one string. Declare it as 'readonly partial record struct Word(string Value)'.");

    [Fact]
    public void A_token_of_two_strings_is_told_on_its_name() => Declare
        .Text("""[Token] public readonly partial record struct ⟪Word⟫(string A, string B);""")
        .Reports("PK0230", "The token 'Word' is not a partial record of one string. Declare it as 'readonly partial record struct Word(string Value)'.");

    [Fact]
    public void A_token_that_is_not_partial_is_told_on_its_name() => Declare
        .Text("""[Token] public readonly record struct ⟪Word⟫(string Value);""")
        .Reports("PK0230", "The token 'Word' is not a partial record of one string. Declare it as 'readonly partial record struct Word(string Value)'.");

    [Fact]
    public void A_record_of_one_string_is_fine() => Declare
        .Text("""
            [Token(MaxBytes = 20)] public readonly partial record struct Word(string Value);
            [Command("C")] public readonly partial record struct C(Word Word) : IOneWay;
            """)
        .IsFine();
}
