namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0332
{
    [Fact]
    public void A_state_without_commands_is_told_on_its_name() => Declare
        .Text("""
            public enum State { New, Known, ⟪Gone⟫ }
            [Command("L"), Allow(State.New), Next(State.Known)] public readonly partial record struct Login : IOneWay;
            [Command("G"), Allow(State.Known)] public readonly partial record struct Get : IOneWay;
            """)
        .Reports("PK0332", "In the state 'Gone' no command may come, so a conversation in it is stuck. Allow a command in it, or remove it.");

    [Fact]
    public void A_command_without_states_may_come_in_each() => Declare
        .Text("""
            public enum State { New, Known, Gone }
            [Command("L"), Allow(State.New), Next(State.Known)] public readonly partial record struct Login : IOneWay;
            [Command("G")] public readonly partial record struct Get : IOneWay;
            """)
        .IsFine();
}
