namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0144
{
    [Fact]
    public void A_value_that_nobody_says_is_told_on_the_end() => Declare
        .Text("""
            [Command("LIST")] public readonly partial record struct List : IStream<Item, ⟪Over⟫>;
            [Reply("ITEM")] public readonly partial record struct Item(string Name);
            [Reply("OVER")] public readonly partial record struct Over(int Count);
            """)
        .Reports("PK0144", "'Over' ends the stream of 'List', but nobody says what its 'Count' is. Give it a default value, or drop it.");

    [Fact]
    public void Values_with_defaults_are_fine() => Declare
        .Text("""
            [Command("LIST")] public readonly partial record struct List : IStream<Item, Over>;
            [Reply("ITEM")] public readonly partial record struct Item(string Name);
            [Reply("OVER")] public readonly partial record struct Over(int Count = 3, string Text = "a\"b", bool Whole = true);
            """)
        .IsFine();
}
