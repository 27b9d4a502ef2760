namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0145
{
    [Fact]
    public void An_item_that_begins_like_the_end_is_told_on_its_template() => Declare
        .Text("""
            [Command("LIST")] public readonly partial record struct List : IStream<Item, Over>;
            [Reply(⟪"OVER {Name}"⟫)] public readonly partial record struct Item(string Name);
            [Reply("OVER")] public readonly partial record struct Over([Rest] string Text = "");
            """)
        .Reports("PK0145", "The item 'Item' can begin like 'Over', which ends the stream of 'List'. Begin one of them with other text.");

    [Fact]
    public void Different_beginnings_are_fine() => Declare
        .Text("""
            [Command("LIST")] public readonly partial record struct List : IStream<Item, Over>;
            [Reply("OVER {Name}")] public readonly partial record struct Item(string Name);
            [Reply("OVER")] public readonly partial record struct Over;
            """)
        .IsFine();
}
