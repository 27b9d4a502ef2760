namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0330
{
    [Fact]
    public void A_protocol_without_states_is_told() => Declare
        .Text("""
            public enum Phase { New, Known }
            [Command("L"), ⟪Next(Phase.Known)⟫] public readonly partial record struct Login : IOneWay;
            """)
        .Reports("PK0330", "[Next] names a state, but 'P' has none. Declare a nested 'public enum State' in it.");

    [Fact]
    public void An_enum_named_State_of_which_nothing_is_said_is_only_an_enum() => Declare
        .Text("""
            public enum State { On, Off }
            [Command("L")] public readonly partial record struct Switch(State State) : IOneWay;
            """)
        .IsFine();
}
