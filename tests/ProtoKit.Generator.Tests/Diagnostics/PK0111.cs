namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0111
{
    [Fact]
    public void A_name_that_is_nothing_is_told_on_it() => Declare
        .Text("""[Command("D", Follows = ⟪"Putt"⟫)] public readonly partial record struct Data : IOneWay;""")
        .Reports("PK0111", "'Data' follows 'Putt', which is no message. Name another [Command] of 'P' with nameof.");

    [Fact]
    public void A_reply_is_nothing_to_follow() => Declare
        .Text("""
            [Command("D", Follows = ⟪nameof(Ready)⟫)] public readonly partial record struct Data : IOneWay;
            [Reply("OK")] public readonly partial record struct Ready;
            """)
        .Reports("PK0111", "'Data' follows 'Ready', which is no command. Name another [Command] of 'P' with nameof.");

    [Fact]
    public void A_command_cannot_follow_itself() => Declare
        .Text("""[Command("D", Follows = ⟪nameof(Data)⟫)] public readonly partial record struct Data : IOneWay;""")
        .Reports("PK0111", "'Data' follows 'Data', which itself follows another. Name another [Command] of 'P' with nameof.");

    [Fact]
    public void A_command_of_the_protocol_is_fine() => Declare
        .Text("""
            [Command("P")] public readonly partial record struct Put : IOneWay;
            [Command("D", Follows = nameof(Put))] public readonly partial record struct Data : IOneWay;
            """)
        .IsFine();
}
