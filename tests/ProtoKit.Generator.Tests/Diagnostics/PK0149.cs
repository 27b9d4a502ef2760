namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0149
{
    [Fact]
    public void A_reply_comes_whenever_it_is_sent() => Declare
        .Text("""
            public enum State { New, Known }
            [Command("X")] public readonly partial record struct X : IOneWay;
            [Reply("W"), ⟪Allow(State.New)⟫] public readonly partial record struct Welcome;
            """)
        .Reports("PK0149", "'Welcome' is a reply, so [Allow] says nothing about it. Remove it.");

    [Fact]
    public void A_fault_changes_nothing() => Declare
        .Text("""
            public enum State { New, Known }
            [Fault("E {Code}"), ⟪Next(State.New)⟫] public readonly partial record struct Error(string Code);
            """)
        .Reports("PK0149", "'Error' is a fault, so [Next] says nothing about it. Remove it.");

    [Fact]
    public void What_continues_a_command_comes_with_it() => Declare
        .Text("""
            public enum State { New, Known }
            [Command("P")] public readonly partial record struct Put : IOneWay;
            [Command("D", Follows = nameof(Put)), ⟪Allow(State.New)⟫] public readonly partial record struct Data : IOneWay;
            """)
        .Reports("PK0149", "'Data' is read inside the handler of 'Put', so [Allow] says nothing about it. Remove it.");
}
