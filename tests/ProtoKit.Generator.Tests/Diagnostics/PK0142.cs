namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0142
{
    [Fact]
    public void A_reply_that_begins_like_a_push_is_told_on_its_template() => Declare
        .Text("""
            [Command("GET")] public readonly partial record struct Get : IRequest<Item>;
            [Reply(⟪"ITEM"⟫)] public readonly partial record struct Item(string Name);
            [Reply("ITEM NEW"), Push] public readonly partial record struct News(string Name);
            """)
        .Reports("PK0142", "'Item' can begin like the push 'News', so a client would take it for one. Begin one of them with other text.");

    [Fact]
    public void A_push_answers_nothing() => Declare
        .Text("""
            [Command("GET")] public readonly partial record struct Get : IRequest<News>;
            [Reply(⟪"NEWS"⟫), Push] public readonly partial record struct News(string Name);
            """)
        .Reports("PK0142", "'News' can begin like the push 'News', so a client would take it for one. Begin one of them with other text.");

    [Fact]
    public void A_fault_that_closes_may_begin_like_a_push() => Declare
        .Text("""
            [Reply("NEWS"), Push] public readonly partial record struct News(string Name);
            [Command("TOLD"), Push] public readonly partial record struct Told([Rest] string Text) : IOneWay;
            [Fault("TOLD {Message}", Closes = true)] public readonly partial record struct Error([Rest] string Message);
            """)
        .IsFine();
}
