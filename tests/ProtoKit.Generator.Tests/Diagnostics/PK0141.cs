namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0141
{
    [Fact]
    public void A_push_that_is_no_message_is_told_on_it() => Declare
        .Text("""
            [⟪Push⟫] public readonly partial record struct News(string Text);
            """)
        .Reports("PK0141", "'News' is marked [Push], but is neither a reply nor a command. Mark it [Reply] as well.");

    [Fact]
    public void A_fault_cannot_be_pushed() => Declare
        .Text("""
            [Fault("E {Code}"), ⟪Push⟫] public readonly partial record struct Error(string Code);
            """)
        .Reports("PK0141", "'Error' is marked [Push], but is neither a reply nor a command. Mark it [Reply] as well.");

    [Fact]
    public void A_command_that_both_sides_send_is_fine() => Declare
        .Text("""
            [Command("NEWS"), Push] public readonly partial record struct News(string Text) : IOneWay;
            """)
        .IsFine();
}
