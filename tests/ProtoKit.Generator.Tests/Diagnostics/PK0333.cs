namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0333
{
    [Fact]
    public void A_command_for_no_state_is_told_on_its_name() => Declare
        .Text("""
            public enum State { New, Known }
            [Command("L"), Next(State.Known)] public readonly partial record struct Login : IOneWay;
            [Command("G"), Allow] public readonly partial record struct ⟪Get⟫ : IOneWay;
            """)
        .Reports("PK0333", "'Get' is allowed in no state, so it could never come. Name a state in [Allow].");
}
