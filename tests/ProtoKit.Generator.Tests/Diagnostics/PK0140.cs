namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0140
{
    [Fact]
    public void Lines_behind_a_push_are_told_on_it() => Declare
        .Text("""
            [Reply("NEWS"), ⟪Push⟫] public readonly partial record struct News([Lines] IReadOnlyList<Item> Items);
            [Line] public readonly partial record struct Item(string Name);
            """)
        .Reports("PK0140", "'News' is pushed, but lines or a body follow it, which nobody asked for and nobody would read. Push a message without them.");

    [Fact]
    public void A_push_of_one_line_is_fine() => Declare
        .Text("""
            [Reply("NEWS"), Push] public readonly partial record struct News([Rest] string Text);
            """)
        .IsFine();
}
