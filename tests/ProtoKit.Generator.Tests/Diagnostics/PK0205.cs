namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0205
{
    [Fact]
    public void A_field_after_a_list_of_words_is_told_on_its_name() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(IReadOnlyList<string> Names, string ⟪Last⟫) : IOneWay;""")
        .Reports("PK0205", "'Last' comes after 'Names', which takes all remaining words, so it can never be read. Move 'Names' to the end.");

    [Fact]
    public void A_list_at_the_end_is_fine() => Declare
        .Text("""[Command("C")] public readonly partial record struct C(string First, IReadOnlyList<string> Names) : IOneWay;""")
        .IsFine();
}
