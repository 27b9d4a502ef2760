namespace ProtoKit.Generator.Tests.Diagnostics;

public class PK0334
{
    [Fact]
    public void A_second_set_of_limits_is_told_on_its_state() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [StateLimits(State.New, Idle = "10s")]
            [StateLimits(⟪State.New⟫, MaxFrame = "100B")]
            public sealed partial class P
            {
                public enum State { New, Known }
                [Command("L"), Next(State.Known)] public readonly partial record struct Login : IOneWay;
            }
            """)
        .Reports("PK0334", "The state 'New' has limits already. Write them into one [StateLimits].");

    [Fact]
    public void One_set_for_each_state_is_fine() => Declare
        .File("""
            namespace Acme;

            [Protocol("p")]
            [TextWire]
            [StateLimits(State.New, Idle = "10s", Command = "2m", MaxArguments = "3")]
            [StateLimits(State.Known, Idle = "unlimited", MaxFrame = "1KiB")]
            public sealed partial class P
            {
                public enum State { New, Known }
                [Command("L"), Next(State.Known)] public readonly partial record struct Login : IOneWay;
            }
            """)
        .IsFine();
}
