namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0105
{
    [Fact]
    public void A_command_that_says_nothing_is_told_on_its_name() => Declare
        .Text("""[Command("L")] public readonly partial record struct ⟪List⟫;""")
        .Reports("PK0105", "'List' does not say how it is answered. Add ': IRequest<TheReply>', or ': IOneWay' if it is not answered.");

    [Fact]
    public void A_command_that_is_not_answered_says_so() => Declare
        .Text("""[Command("L")] public readonly partial record struct List : IOneWay;""")
        .IsFine();

    [Fact]
    public void What_continues_a_command_need_not_say_it() => Declare
        .Text("""
            [Command("P")] public readonly partial record struct Put : IOneWay;
            [Command("D", Follows = nameof(Put))] public readonly partial record struct Data([Rest] string Text);
            """)
        .IsFine();
}
